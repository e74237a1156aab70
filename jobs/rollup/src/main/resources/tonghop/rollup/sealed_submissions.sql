-- The sheets of a period that counted when the last file that a seal covers had been taken in.
--
-- In:   :period, :last_file

with latest as (

    select distinct on (submission.unit, submission.form)
        file.path,
        file.sha256,
        submission.sheet,
        submission.form,
        submission.unit,
        submission.state
    from submission
    join file on file.id = submission.file_id
    where submission.period = :period
      and submission.file_id <= :last_file
      and submission.state <> 'rejected'
    order by submission.unit, submission.form, submission.id desc

)

select concat_ws(E'\t', path, sha256, sheet, form, unit, state) as line
from latest
order by path collate "C", sheet collate "C", form collate "C", unit collate "C"
