-- Every observation that counts in a period, with the text that stood in its cell.
--
-- In:   :period, :as_of

select
    observation.submission_id,
    observation.unit,
    observation.measure,
    observation.row_label,
    observation.row_number,
    observation.ordinal,
    observation.value,
    observation.qualifier,
    observation.is_whole,
    observation.cell,
    observation.raw,
    submission.form,
    submission.sheet,
    file.path,
    file.sha256
from counting_submission(:period, :as_of) as submission
join file on file.id = submission.file_id
join observation on observation.submission_id = submission.id
order by observation.submission_id, observation.ordinal
