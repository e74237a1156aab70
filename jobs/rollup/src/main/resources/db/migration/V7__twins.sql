-- A file whose content was read under another name: whatever that reading says is said of it too.
alter table file add column original bigint references file (id);

update file
set original = (
    select min(first.id)
    from file as first
    where first.sha256 = file.sha256
      and first.catalogue = file.catalogue
      and first.version = file.version
      and first.state <> 'unchanged'
)
where state = 'unchanged';

-- A run that was killed could note the second name before the first one was read.
delete from file where state = 'unchanged' and original is null;

update file
set arrival = (
    select min(first.id)
    from file as first
    where first.path = file.path
      and first.sha256 = file.sha256
);

-- Contents that a run could not read for want of time, memory or disk. The next run reads them again, last.
create table read_again (
    sha256 text primary key check (length(sha256) = 64),
    path text not null
);
