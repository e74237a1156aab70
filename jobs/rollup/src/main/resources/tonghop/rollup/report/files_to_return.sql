-- The files that go back to their senders: the latest reading of each file that must be mended or has warnings. A file
-- with the content of another one comes back too, with what is said of that one.
--
-- In:   :period, :units  what a file must speak of, :as_of
-- Out:  received_at is when the same bytes were first taken in under that name

with counting as materialized (

    select file_id from counting_submission(:period, :as_of)

),

concerned as (

    select file_id
    from submission
    where period = :period
      and unit in (:units)

    union

    select file_id
    from finding
    where period = :period
      and unit in (:units)

)

select
    file.id,
    file.path,
    file.sha256,
    reading.state,
    arrival.recorded_at as received_at
from file
join file as reading on reading.id = coalesce(file.original, file.id)
join concerned on concerned.file_id = reading.id
join file as arrival on arrival.id = file.arrival
where (
      reading.state in ('rejected', 'unrecognised')
      or reading.state = 'accepted-with-warnings'
      and reading.id in (select file_id from counting)
  )
  and file.recorded_at <= :as_of
  and not exists (
      select 1
      from withdrawal
      where withdrawal.sha256 = file.sha256
        and withdrawal.recorded_at <= :as_of
  )
  and not exists (
      select 1
      from file as later
      where later.path = file.path
        and later.id > file.id
        and later.recorded_at <= :as_of
  )
order by file.path
