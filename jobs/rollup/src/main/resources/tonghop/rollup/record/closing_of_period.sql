-- The close that holds for a period; none if it was never closed, or opened again.
--
-- In:   period

select *
from (select * from seal where period = ? order by id desc limit 1) as latest
where action = 'close'
