-- The files that somebody had edited, in the order in which their reports were written.
select file.path
from run_report
cross join unnest(kept) with ordinality as file (path, number)
where run = :run
order by result = 'restored', position, number
