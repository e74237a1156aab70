-- The exit code of the worst that happened to a run itself.
select coalesce(max(exit_code), 0)
from (
    select exit_code from run_file where run = :run
    union all
    select exit_code from run_report where run = :run
) as piece
