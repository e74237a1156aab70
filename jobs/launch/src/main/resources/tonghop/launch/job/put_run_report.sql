-- What is known of a folder. A trouble stands beside what had come of it before, and the first one is told.
insert into run_report (run, position, folder, unit, period, submissions, result, kept, trouble, exit_code)
select
    :run, coalesce(max(position), 0) + 1, :folder, :unit, :period, :submissions, :result, :kept, :trouble, :exit_code
from run_report
where run = :run
on conflict (run, folder) do update
set result = case when excluded.trouble is null then excluded.result
                  else coalesce(run_report.result, excluded.result) end,
    kept = coalesce(excluded.kept, run_report.kept),
    trouble = coalesce(run_report.trouble, excluded.trouble),
    exit_code = greatest(run_report.exit_code, excluded.exit_code)
