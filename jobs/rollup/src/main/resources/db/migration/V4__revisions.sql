-- Periods closed and reopened, runs, and what they published. Rows are only ever added, and the database refuses
-- anything else.

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name;
end
$$;

-- A period closed or reopened; the latest row of a period says which.
-- content: the lines that the digest is over; last_file: the last reading that was there.
create table seal (
    id bigint generated always as identity primary key,
    period text not null,
    action text not null check (action in ('close', 'reopen')),
    reason text not null check (btrim(reason) <> ''),
    recorded_at timestamptz not null,
    digest text not null check (length(digest) = 64),
    catalogue text not null,
    version text not null,
    last_file bigint not null,
    content text not null
);

create index seal_period on seal (period, id);

-- As before, and of a closed period only what had arrived when it was closed.
create or replace function counting_submission(for_period text, as_of timestamptz) returns setof submission
language sql stable as $$

    with closing as (

        select last_file
        from (
            select action, last_file
            from seal
            where period = for_period
              and recorded_at <= as_of
            order by id desc
            limit 1
        ) as latest
        where action = 'close'

    ),

    known_file as not materialized (

        select *
        from file
        where recorded_at <= as_of
          and id <= coalesce((select last_file from closing), 9223372036854775807)

    )

    select distinct on (submission.unit, submission.form) submission.*
    from submission
    join known_file as file on file.id = submission.file_id
    where submission.period = for_period
      and submission.state <> 'rejected'
      and not exists (
          select 1
          from withdrawal
          where withdrawal.sha256 = file.sha256
            and withdrawal.recorded_at <= as_of
      )
      and not exists (
          select 1
          from known_file as later
          join submission as again on again.file_id = later.id
          where later.path = file.path
            and later.sha256 = file.sha256
            and later.id > file.id
            and again.sheet = submission.sheet
            and again.state <> 'rejected'
      )
    order by submission.unit, submission.form, file.arrival desc, submission.id desc

$$;

-- A run that wrote something, with the parts of the catalogue that it was made with.
create table run (
    id bigint generated always as identity primary key,
    code text not null,
    recorded_at timestamptz not null,
    version text not null,
    catalogue text not null,
    forms text not null,
    indicators text not null,
    units text not null,
    calendar text not null
);

-- Files as they were published, compressed, by the hash of what is in them.
create table published_content (
    sha256 text primary key check (length(sha256) = 64),
    gzip bytea not null
);

-- A report as a run left it.
create table publication (
    id bigint generated always as identity primary key,
    run_id bigint not null references run (id),
    unit text not null,
    period text not null,
    manifest text not null references published_content (sha256),
    report text not null references published_content (sha256),
    observations text not null references published_content (sha256)
);

create index publication_report on publication (unit, period, run_id);

create trigger seal_is_kept before update or delete or truncate on seal execute function refuse_change();
create trigger run_is_kept before update or delete or truncate on run execute function refuse_change();
create trigger content_is_kept before update or delete or truncate on published_content execute function refuse_change();
create trigger publication_is_kept before update or delete or truncate on publication execute function refuse_change();
