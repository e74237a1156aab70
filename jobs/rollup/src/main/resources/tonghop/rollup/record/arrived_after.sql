-- The sheets that came in for a period after it was closed. A file that was there before and was only read again, under
-- another catalogue or version, has not come in again.
--
-- In:   :period, :last_file

select
    file.path,
    file.sha256,
    submission.sheet,
    submission.form,
    submission.unit,
    submission.state,
    min(file.recorded_at) as received_at
from submission
join file on file.id = submission.file_id
where submission.period = :period
  and submission.file_id > :last_file
  and not exists (
      select 1
      from file as before
      where before.path = file.path
        and before.sha256 = file.sha256
        and before.id <= :last_file
  )
group by file.path, file.sha256, submission.sheet, submission.form, submission.unit, submission.state
order by file.path, submission.sheet, submission.form, submission.unit
