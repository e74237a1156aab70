-- The sheets that a seal covers.
--
-- In:   number of the seal

select concat_ws(E'\t', file.path, file.sha256, submission.sheet, submission.form, submission.unit, submission.period,
    submission.state) as line
from seal_submission
join submission on submission.id = seal_submission.submission_id
join file on file.id = submission.file_id
where seal_submission.seal_id = ?
