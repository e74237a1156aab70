-- When each form of each sender first came in and was not rejected; what was withdrawn never came in.
--
-- In:   :period, :as_of

select
    submission.unit,
    submission.form,
    min(file.recorded_at) as received_at
from submission
join file on file.id = submission.file_id
where submission.period = :period
  and file.recorded_at <= :as_of
  and submission.state <> 'rejected'
  and not exists (
      select 1
      from withdrawal
      where withdrawal.sha256 = file.sha256
        and withdrawal.recorded_at <= :as_of
  )
group by submission.unit, submission.form
order by submission.unit, submission.form
