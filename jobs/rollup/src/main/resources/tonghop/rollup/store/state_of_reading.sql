-- What became of a reading.
--
-- In:   path, sha256, catalogue, version

select state
from file
where path = ? and sha256 = ? and catalogue = ? and version = ?
