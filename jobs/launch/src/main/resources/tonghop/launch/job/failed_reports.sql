select folder, period, trouble
from run_report
where run = :run and trouble is not null
order by position
