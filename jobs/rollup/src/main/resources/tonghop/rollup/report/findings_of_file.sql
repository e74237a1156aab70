-- What is wrong with a file.
--
-- In:   :file

select *
from told_finding
where file_id = :file
order by is_of_all, id
