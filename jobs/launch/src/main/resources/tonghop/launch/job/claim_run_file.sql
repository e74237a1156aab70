-- The next file that has to be read, taken by one step and by no other.
update run_file
set claimed_by = :by
where (run, position) = (
    select run, position
    from run_file
    where run = :run
      and state is null
      and left_out is null
      and claimed_by is null
    order by is_last, position
    limit 1
    for update skip locked
)
returning *
