-- What a run has to do, and what came of it: a row for each piece of work, told apart by the fencing number of the run.
-- A run takes away the rows of those before it.

create table run_file (
    run bigint not null,
    -- In the order in which they were taken in.
    position integer not null,
    path text not null,
    -- Absent of what was left out, as is our copy.
    sha256 text,
    copy text,
    -- Why it was not taken in.
    left_out text,
    -- An earlier run could not read it: it is read after all others.
    is_last boolean not null default false,
    -- The step that took it, and perhaps died over it.
    claimed_by text,
    -- What became of it; absent until it is known.
    state text,
    -- The codes of the periods that it speaks of, if this run read it.
    periods text[],
    -- What keeps it from being read in this run, and the limit that was met.
    seen text,
    allowed text,
    exit_code integer not null default 0,
    primary key (run, position)
);

create index on run_file (run, is_last, position) where state is null and left_out is null and claimed_by is null;

create table run_report (
    run bigint not null,
    position integer not null,
    -- Relative to the output folder.
    folder text not null,
    -- Absent where the folder is that of no report.
    unit text,
    period text,
    -- A digest of the sheets that it stands on; absent in a closed period.
    submissions text,
    claimed_by text,
    -- What came of it; absent while it is due.
    result text,
    -- Files that somebody had edited, under the names by which they were kept.
    kept text[],
    -- What kept it from being written, or from being recorded once it was.
    trouble text,
    exit_code integer not null default 0,
    primary key (run, position),
    unique (run, folder)
);

create index on run_report (run, position) where result is null and claimed_by is null;
