-- What became of a reading; one with the content of another file has the verdict of that one.
--
-- In:   path, sha256, catalogue, version

select case when original.state in ('rejected', 'unrecognised') then original.state else file.state end
from file
left join file as original on original.id = file.original
where file.path = ? and file.sha256 = ? and file.catalogue = ? and file.version = ?
