-- The periods that the sheets of a content are for.
--
-- In:   path, sha256

select distinct submission.period
from submission join file on file.id = submission.file_id
where file.path = ? and file.sha256 = ?
order by submission.period
