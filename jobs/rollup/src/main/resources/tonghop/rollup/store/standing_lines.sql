-- What stands, a line for each sheet.

select concat_ws(E'\t', standing.path, file.sha256, submission.sheet, standing.form, standing.unit, standing.period,
    standing.state) as line
from standing
join submission on submission.id = standing.submission_id
join file on file.id = submission.file_id
