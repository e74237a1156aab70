-- The sheets that a period's reports speak of: those that count, and those of the latest reading of each file.
--
-- In:   :period
-- Out:  one row per sheet; a sheet that another file replaced is 'superseded'

with latest_reading as (

    select distinct on (path) id, path, sha256
    from file
    order by path, id desc

)

select
    submission.id,
    file.path,
    file.sha256,
    submission.sheet,
    submission.form,
    submission.unit,
    case when submission.superseded_by is null then submission.state else 'superseded' end as state,
    replacing_file.path as replaced_by,
    submission.observation_cells,
    submission.blank_cells,
    submission.control_cells,
    submission.note_cells,
    submission.rejected_cells
from submission
join file on file.id = submission.file_id
left join latest_reading on latest_reading.id = file.id
left join submission as replacing on replacing.id = submission.superseded_by
left join file as replacing_file on replacing_file.id = replacing.file_id
where submission.period = :period
  and (
      latest_reading.id is not null
      or submission.superseded_by is null and submission.state <> 'rejected'
  )
order by file.path, submission.sheet, submission.id
