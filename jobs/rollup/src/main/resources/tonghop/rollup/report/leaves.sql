-- Every observation that counts in a period, with where it stands, in the order of the files, sheets and rows.
--
-- In:   :period, :as_of

select
    observation.submission_id,
    observation.unit,
    submission.unit as sender,
    submission.form,
    observation.measure,
    observation.row_label,
    observation.row_number,
    observation.ordinal,
    observation.value,
    observation.qualifier,
    observation.scope,
    file.path,
    file.sha256,
    submission.sheet,
    observation.cell,
    observation.raw
from counting_submission(:period, :as_of) as submission
join file on file.id = submission.file_id
join observation on observation.submission_id = submission.id
order by file.path, submission.sheet, submission.id, observation.ordinal
