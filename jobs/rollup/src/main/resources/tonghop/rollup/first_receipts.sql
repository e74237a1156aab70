-- When each form of each sender first came in and was not rejected.
--
-- In:   :period

select
    submission.unit,
    submission.form,
    min(file.recorded_at) as received_at
from submission
join file on file.id = submission.file_id
where submission.period = :period
  and submission.state <> 'rejected'
group by submission.unit, submission.form
order by submission.unit, submission.form
