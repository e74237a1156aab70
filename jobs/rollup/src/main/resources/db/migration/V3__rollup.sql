-- What counts is worked out from what was recorded, for any moment: nothing that was stored is marked afterwards.

-- The same bytes under the same name arrive once, however often they are read.
alter table file add column arrival bigint;

update file
set arrival = (
    select min(first.id)
    from file as first
    where first.path = file.path
      and first.sha256 = file.sha256
);

alter table file alter column arrival set not null;

create index file_path on file (path, id);

-- The days that a sheet itself says it covers, where they are not its period's.
alter table submission
    drop column superseded_by,
    add column declared_from date,
    add column declared_to date;

-- A file that no longer counts, by its content.
create table withdrawal (
    sha256 text not null check (length(sha256) = 64),
    path text not null,
    reason text not null check (reason <> ''),
    recorded_at timestamptz not null
);

create index withdrawal_content on withdrawal (sha256);

-- The units that a sheet speaks of: its sender, and those that it has rows about.
create table submission_unit (
    period text not null,
    unit text not null,
    submission_id bigint not null references submission (id),
    form text not null,
    primary key (period, unit, submission_id)
);

insert into submission_unit (period, unit, submission_id, form)
select period, unit, id, form
from submission
where state <> 'rejected'
union
select submission.period, observation.unit, submission.id, submission.form
from submission
join observation on observation.submission_id = submission.id;

-- The sheets that count for a period as of a moment: of several for one form and unit the one that arrived last. A
-- sheet that was read again, under another catalogue or version, counts as it was read last, unless it was rejected then.
create function counting_submission(for_period text, as_of timestamptz) returns setof submission
language sql stable as $$

    select distinct on (submission.unit, submission.form) submission.*
    from submission
    join file on file.id = submission.file_id
    where submission.period = for_period
      and submission.state <> 'rejected'
      and file.recorded_at <= as_of
      and not exists (
          select 1
          from withdrawal
          where withdrawal.sha256 = file.sha256
            and withdrawal.recorded_at <= as_of
      )
      and not exists (
          select 1
          from file as later
          join submission as again on again.file_id = later.id
          where later.path = file.path
            and later.sha256 = file.sha256
            and later.id > file.id
            and later.recorded_at <= as_of
            and again.sheet = submission.sheet
            and again.state <> 'rejected'
      )
    order by submission.unit, submission.form, file.arrival desc, submission.id desc

$$;

-- The marks of a figure as bits, so that those of parts can be put together, and the one mark that they amount to: of
-- marks in the same direction the stronger, of opposite directions 'about'.
create function marks_of(mark text) returns integer
language sql immutable as $$
    select case mark when 'at-least' then 1 when 'more-than' then 2 when 'nearly' then 4 when 'about' then 8 else 0 end
$$;

create function mark_of(marks integer) returns text
language sql immutable as $$
    select case
        when marks & 8 > 0 or marks & 4 > 0 and marks & 3 > 0 then 'about'
        when marks & 4 > 0 then 'nearly'
        when marks & 2 > 0 then 'more-than'
        when marks & 1 > 0 then 'at-least'
    end
$$;

-- For a form that a unit did not send for a period: the finer periods that it sent it for, in order, and that together
-- cover the period.
create table cover (
    period text not null,
    unit text not null,
    form text not null,
    periods text[] not null,
    units text[] not null,
    primary key (period, unit, form)
);

-- What is said of a unit and measure by each form, and which of them counts. A combined one is put together from finer
-- periods; its whole is what it and all units below stated there beyond its own part.
create table statement (
    period text not null,
    unit text not null,
    measure text not null,
    form text not null,
    is_combined boolean not null,
    submission_id bigint references submission (id),
    is_own boolean not null,
    part numeric,
    whole numeric,
    marks integer not null,
    combined_total numeric,
    counts boolean not null default false,
    primary key (period, unit, measure, form, is_combined),
    check (is_combined = (submission_id is null))
);

-- The parts by level of a combined statement's whole.
create table combined_level (
    period text not null,
    unit text not null,
    measure text not null,
    form text not null,
    part text not null,
    value numeric not null,
    marks integer not null,
    primary key (period, unit, measure, form, part)
);

-- What the totals of a period stand on: the sheets of it and of the finer periods in it, and the catalogue and version.
create table rolled_up (
    period text not null,
    submission_id bigint not null references submission (id),
    primary key (period, submission_id)
);

create table rolled_up_basis (
    period text primary key,
    basis text not null
);

-- The totals are made anew from what is stored.
delete from total;
