-- Which sheets count follows from what each path took on in which night: kept here, and worked out anew after each intake.

-- A finished intake.
create table night (
    number bigint generated always as identity primary key,
    finished_at timestamptz not null
);

-- Another content than the path had before. A path that is gone goes on saying what it last said, and has no row for it.
create table path_content (
    path text not null,
    night bigint not null references night (number),
    sha256 text not null check (length(sha256) = 64),
    -- When the content first stood in the inbox.
    came_in timestamptz not null,
    -- The paths that were gone when these bytes appeared here alone; their history goes on here.
    moved_from text[] not null default '{}',
    primary key (path, night)
);

create index path_content_content on path_content (sha256);

-- What an earlier release knew: the first reading of each content under each path. What was read between the ends of two
-- runs came in the same night.
insert into night (finished_at)
select distinct coalesce(
    (select min(run.recorded_at) from run where run.recorded_at >= file.recorded_at),
    (select max(recorded_at) from file))
from file
where file.id = file.arrival
order by 1;

insert into path_content (path, night, sha256, came_in)
select distinct on (file.path, night.number) file.path, night.number, file.sha256, file.recorded_at
from file
join night on night.finished_at = coalesce(
    (select min(run.recorded_at) from run where run.recorded_at >= file.recorded_at),
    (select max(recorded_at) from file))
where file.id = file.arrival
order by file.path, night.number, file.arrival desc;

-- The content that a path took on in a night, or what it says of one period, taken back; until it was given back.
alter table withdrawal
    add column night bigint,
    add column period text,
    add column undone_at timestamptz;

-- Until now a content was withdrawn under whatever name.
insert into withdrawal (sha256, path, reason, recorded_at, night)
select withdrawal.sha256, path_content.path, withdrawal.reason, withdrawal.recorded_at, path_content.night
from withdrawal
join path_content on path_content.sha256 = withdrawal.sha256;

delete from withdrawal where night is null;
alter table withdrawal alter column night set not null;

-- What tells versions of a sheet apart, worked out once: a digest of its observations, and the rows that have figures.
create table sheet_version (
    submission_id bigint primary key references submission (id),
    figures text not null,
    row_keys text[] not null
);

-- What became of each sheet that its path says now, or that was rejected; made anew after each intake.
create table standing (
    submission_id bigint not null references submission (id),
    path text not null,
    period text not null,
    form text not null,
    unit text not null,
    night bigint not null,
    state text not null check (state in ('counts', 'unchanged', 'superseded', 'held', 'rejected', 'withdrawn')),
    primary key (submission_id, path)
);

create index standing_period on standing (period);

-- The reading of each path's present content.
create table present_file (
    path text primary key,
    file_id bigint not null references file (id),
    is_withdrawn boolean not null
);

create index present_file_file on present_file (file_id);

-- What is found when all that was sent is seen together; never kept with a reading.
create table standing_finding (like finding including generated including identity);

create index standing_finding_file on standing_finding (file_id);
create index standing_finding_period on standing_finding (period);

create view told_finding as
select id, file_id, code, severity, unit, form, period, file, sheet, cell, value, expected, details, answer_reason,
    answer_text, measure, false as is_of_all
from finding
union all
select id, file_id, code, severity, unit, form, period, file, sheet, cell, value, expected, details, answer_reason,
    answer_text, measure, true
from standing_finding;

-- The last night that a seal covers; absent in those of earlier releases, which cover what was recorded until then.
alter table seal add column last_night bigint;

-- The sheets that count in a closed period, and in the finer ones that it may be put together from, whatever comes later.
create table seal_submission (
    seal_id bigint not null references seal (id),
    period text not null,
    submission_id bigint not null references submission (id),
    primary key (seal_id, submission_id)
);

create trigger seal_submission_is_kept before update or delete or truncate on seal_submission
execute function refuse_change();

insert into seal_submission (seal_id, period, submission_id)
select seal.id, counting.period, counting.id
from seal
cross join lateral (
    select distinct split_part(line, E'\t', 7) as period
    from regexp_split_to_table(seal.content, E'\n') as line
    where line like E'submission\t%'
) as sealed
cross join lateral counting_submission(sealed.period, seal.recorded_at) as counting
where seal.action = 'close';

-- As it stood under the release before, until the next run.
insert into standing (submission_id, path, period, form, unit, night, state)
select counting.id, file.path, counting.period, counting.form, counting.unit, file.arrival, 'counts'
from (select distinct period from submission) as taken_in
cross join lateral counting_submission(taken_in.period, 'infinity') as counting
join file on file.id = counting.file_id;

-- The same content under another name is read by itself: what it says may depend on its name.
delete from file where state = 'unchanged';

insert into present_file (path, file_id, is_withdrawn)
select distinct on (file.path) file.path, file.id, false
from file
order by file.path, file.id desc;

-- The sheets that count: in a closed period those of its seal, otherwise those that stand. As of a moment in the past only
-- in a transaction that has worked out what stood then.
create or replace function counting_submission(for_period text, as_of timestamptz) returns setof submission
language sql stable as $$

    with closing as (

        select id
        from (
            select id, action
            from seal
            where period = for_period
              and recorded_at <= as_of
            order by id desc
            limit 1
        ) as latest
        where action = 'close'

    )

    select submission.*
    from seal_submission
    join submission on submission.id = seal_submission.submission_id
    where seal_submission.seal_id = (select id from closing)
      and seal_submission.period = for_period
      and submission.state <> 'rejected'

    union all

    select submission.*
    from standing
    join submission on submission.id = standing.submission_id
    where standing.period = for_period
      and standing.state = 'counts'
      and not exists (select 1 from closing)

$$;

alter table file drop column original, drop column arrival;

-- The verdict on a file with all that is found when what was sent is seen together.
create function told_state(file) returns text
language sql stable as $$

    select case
        when $1.state in ('rejected', 'unrecognised') then $1.state
        when exists (select 1 from standing_finding where file_id = $1.id and severity = 'error') then 'rejected'
        when exists (select 1 from standing_finding where file_id = $1.id and severity = 'warning')
            then 'accepted-with-warnings'
        else $1.state
    end

$$;
