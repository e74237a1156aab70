-- What was taken in from a file; of one with the content of another, what was taken in from that one.
--
-- In:   :file, :as_of
-- Out:  stands: whether the sheet counts, or was rejected and not withdrawn

select submission.*, file.path, file.sha256, file.original is not null as is_twin,
    submission.state = 'rejected' and not exists (
        select 1
        from withdrawal
        where withdrawal.sha256 = file.sha256
          and withdrawal.recorded_at <= :as_of
    ) or exists (
        select 1
        from counting_submission(submission.period, :as_of) as counting
        where counting.unit = submission.unit
          and counting.form = submission.form
          and counting.id = submission.id
    ) as stands
from file
join submission on submission.file_id = coalesce(file.original, file.id)
where file.id = :file
order by submission.id
