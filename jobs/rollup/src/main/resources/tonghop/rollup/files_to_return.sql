-- The files that go back to their senders: the latest reading of each file that must be mended or has warnings.
--
-- In:   :period, :units  what a file must speak of
-- Out:  received_at is when the same bytes were first taken in under that name

with latest_reading as (

    select distinct on (path) id, path, sha256, state
    from file
    order by path, id desc

)

select
    latest_reading.id,
    latest_reading.path,
    latest_reading.sha256,
    latest_reading.state,
    (
        select min(earlier.recorded_at)
        from file as earlier
        where earlier.path = latest_reading.path
          and earlier.sha256 = latest_reading.sha256
    ) as received_at
from latest_reading
where (
      latest_reading.state in ('rejected', 'unrecognised')
      or latest_reading.state = 'accepted-with-warnings'
      and exists (
          select 1
          from submission
          where submission.file_id = latest_reading.id
            and submission.superseded_by is null
      )
  )
  and (
      exists (
          select 1
          from submission
          where submission.file_id = latest_reading.id
            and submission.period = :period
            and submission.unit in (:units)
      )
      or exists (
          select 1
          from finding
          where finding.file_id = latest_reading.id
            and finding.period = :period
            and finding.unit in (:units)
      )
  )
order by latest_reading.path
