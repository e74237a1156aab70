-- When each form of each sender first came in and was not rejected; what was withdrawn never came in.
--
-- In:   :period, :as_of

select
    submission.unit,
    submission.form,
    min(path_content.came_in) as received_at
from submission
join file on file.id = submission.file_id
join path_content
    on path_content.path = file.path
    and path_content.sha256 = file.sha256
join night on night.number = path_content.night
where submission.period = :period
  and night.finished_at <= :as_of
  and file.recorded_at <= :as_of
  and submission.state <> 'rejected'
  and not exists (
      select 1
      from withdrawal
      where withdrawal.path = path_content.path
        and withdrawal.night = path_content.night
        and (withdrawal.period is null or withdrawal.period = submission.period)
        and withdrawal.recorded_at <= :as_of
        and (withdrawal.undone_at is null or withdrawal.undone_at > :as_of)
  )
group by submission.unit, submission.form
order by submission.unit, submission.form
