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
