-- The files that go back to their senders: the latest reading of each file that must be mended or has warnings.
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
    file.state,
    arrival.recorded_at as received_at
from file
join concerned on concerned.file_id = file.id
join file as arrival on arrival.id = file.arrival
where (
      file.state in ('rejected', 'unrecognised')
      or file.state = 'accepted-with-warnings'
      and file.id in (select file_id from counting)
  )
  and file.recorded_at <= :as_of
  and not exists (
      select 1
      from file as later
      where later.path = file.path
        and later.id > file.id
        and later.recorded_at <= :as_of
  )
order by file.path
