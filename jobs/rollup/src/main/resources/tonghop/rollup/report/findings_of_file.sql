-- What is wrong with a file; of one with the content of another, what is wrong with that one.
--
-- In:   :file

select finding.*, file.path
from file
join finding on finding.file_id = coalesce(file.original, file.id)
where file.id = :file
order by finding.id
