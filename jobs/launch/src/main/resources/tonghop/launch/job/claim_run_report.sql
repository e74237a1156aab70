-- The next report that has to be written, taken by one step and by no other.
update run_report
set claimed_by = :by
where (run, position) = (
    select run, position
    from run_report
    where run = :run
      and result is null
      and claimed_by is null
    order by position
    limit 1
    for update skip locked
)
returning unit, period, submissions
