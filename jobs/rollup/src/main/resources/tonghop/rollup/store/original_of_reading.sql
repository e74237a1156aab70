-- The first file that was read with a content under a catalogue and version.
--
-- In:   sha256, catalogue, version

select id
from file
where sha256 = ? and catalogue = ? and version = ? and state <> 'unchanged'
order by id
limit 1
