-- What was read, what it says, and what is wrong with it. Rows are only ever added; what no longer counts is marked.

-- Only the run that holds the highest number may write: a run that lost its lock fails at its next transaction.
create table fence (
    epoch bigint not null
);

insert into fence (epoch) values (0);

-- One reading of one file. A file is read again when its content, the catalogue or Tonghop itself has changed.
create table file (
    id bigint generated always as identity primary key,
    path text not null,
    sha256 text not null check (length(sha256) = 64),
    catalogue text not null,
    version text not null,
    state text not null check (state in ('accepted', 'accepted-with-warnings', 'rejected', 'unchanged', 'unrecognised')),
    recorded_at timestamptz not null
);

create unique index file_reading on file (path, sha256, catalogue, version);
create index file_content on file (sha256);

-- What one sheet says for one form, sending unit and period.
create table submission (
    id bigint generated always as identity primary key,
    file_id bigint not null references file (id),
    sheet text not null,
    form text not null,
    unit text not null,
    period text not null,
    state text not null check (state in ('accepted', 'accepted-with-warnings', 'rejected')),
    observation_cells integer not null,
    blank_cells integer not null,
    control_cells integer not null,
    note_cells integer not null,
    rejected_cells integer not null,
    superseded_by bigint references submission (id)
);

create index submission_key on submission (period, unit, form);
create index submission_file on submission (file_id);

-- One value of one measure, with the cell it stands in. Only accepted submissions have observations.
create table observation (
    submission_id bigint not null references submission (id),
    ordinal integer not null,
    unit text not null,
    row_label text not null,
    row_number integer not null,
    measure text not null,
    value numeric not null check (value = value and value not in ('NaN', 'Infinity', '-Infinity')),
    qualifier text check (qualifier in ('at-least', 'more-than', 'nearly', 'about')),
    is_whole boolean not null,
    cell text not null,
    raw text not null,
    primary key (submission_id, ordinal)
);

-- One item of a list, with its texts.
create table list_item (
    submission_id bigint not null references submission (id),
    row_number integer not null,
    unit text not null,
    name text not null,
    attributes text[] not null,
    texts text[] not null,
    primary key (submission_id, row_number)
);

create table finding (
    id bigint generated always as identity primary key,
    file_id bigint not null references file (id),
    code text not null,
    severity text not null check (severity in ('error', 'warning', 'info')),
    unit text,
    form text,
    period text,
    file text,
    sheet text,
    cell text,
    value text not null,
    expected text not null,
    details text[] not null
);

create index finding_file on finding (file_id);
create index finding_period on finding (period);

-- The roll-up of a period: for a unit and measure its own part, and the whole with the units below.
-- part: 'all', 'own' (the unit's own offices), or a breakdown such as 'level=commune'.
create table total (
    period text not null,
    unit text not null,
    measure text not null,
    part text not null,
    value numeric not null,
    qualifier text check (qualifier in ('at-least', 'more-than', 'nearly', 'about')),
    primary key (period, unit, measure, part)
);
