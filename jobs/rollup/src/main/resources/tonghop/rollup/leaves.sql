-- Every observation that counts in a period, in the order of the files, sheets and rows.
--
-- In:   :period

select
    observation.unit,
    submission.unit as sender,
    submission.form,
    observation.measure,
    observation.row_label,
    observation.value,
    observation.qualifier,
    file.path,
    submission.sheet,
    observation.cell
from observation
join submission on submission.id = observation.submission_id
join file on file.id = submission.file_id
where submission.period = :period
  and submission.state <> 'rejected'
  and submission.superseded_by is null
order by file.path, submission.sheet, submission.id, observation.ordinal
