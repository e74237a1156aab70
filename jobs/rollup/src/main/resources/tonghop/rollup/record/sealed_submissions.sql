-- The sheets of a period that count as of a moment.
--
-- In:   :period, :as_of

select concat_ws(E'\t', file.path, file.sha256, submission.sheet, submission.form, submission.unit, submission.period,
    submission.state) as line
from counting_submission(:period, :as_of) as submission
join file on file.id = submission.file_id
