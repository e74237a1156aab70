-- Fills counting for one period. Of two sheets that speak of one unit the one that came in the later night is preferred.
--
-- In:   :period, :as_of

insert into counting
select submission.id, submission.period, submission.unit, submission.form, coalesce(max(standing.night), 0)
from counting_submission(:period, :as_of) as submission
left join standing on standing.submission_id = submission.id
group by submission.id, submission.period, submission.unit, submission.form
