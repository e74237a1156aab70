-- The sheets of a period that count now, as a seal has them.
--
-- In:   :period

select submission.id, concat_ws(E'\t', file.path, file.sha256, submission.sheet, submission.form, submission.unit,
    submission.period, submission.state) as line
from counting_submission(:period, 'infinity') as submission
join file on file.id = submission.file_id
