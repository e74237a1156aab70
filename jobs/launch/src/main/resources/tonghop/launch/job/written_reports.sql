-- The reports that a run wrote, those of closed periods last.
select folder
from run_report
where run = :run
  and result in ('written', 'restored')
order by result = 'restored', position
