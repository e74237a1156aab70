-- The files that go back to their senders: the present content of each path that must be mended or has warnings.
--
-- In:   :period, :units  what a file must speak of
-- Out:  received_at is when the same bytes were first taken in under that name

with concerned as (

    select file_id
    from submission
    where period = :period
      and unit in (:units)

    union

    select file_id
    from told_finding
    where period = :period
      and unit in (:units)

)

select
    file.id,
    present_file.path,
    file.sha256,
    told_state(file) as state,
    (
        select min(came_in)
        from path_content
        where path_content.path = present_file.path
          and path_content.sha256 = file.sha256
    ) as received_at
from present_file
join file on file.id = present_file.file_id
join concerned on concerned.file_id = file.id
where not present_file.is_withdrawn
  and (
      told_state(file) in ('rejected', 'unrecognised')
      or told_state(file) = 'accepted-with-warnings'
      and (
          exists (
              select 1
              from standing
              join submission on submission.id = standing.submission_id
              where submission.file_id = file.id
                and standing.state in ('counts', 'unchanged')
          )
          or exists (
              select 1
              from standing_finding
              where standing_finding.file_id = file.id
                and severity = 'warning'
          )
      )
  )
order by present_file.path
