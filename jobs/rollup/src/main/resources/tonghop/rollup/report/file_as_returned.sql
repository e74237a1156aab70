-- A reading as it would go back to its sender, with the verdict on its content and when it first came in.
--
-- In:   path, sha256, catalogue, version

select file.id, file.path, file.sha256, reading.state, first.recorded_at as received_at
from file
join file as reading on reading.id = coalesce(file.original, file.id)
join file as first on first.id = file.arrival
where file.path = ? and file.sha256 = ? and file.catalogue = ? and file.version = ?
