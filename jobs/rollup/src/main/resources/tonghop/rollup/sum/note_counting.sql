-- Fills counting for one period.
--
-- In:   :period, :as_of

insert into counting
select submission.id, submission.period, submission.unit, submission.form, file.arrival
from counting_submission(:period, :as_of) as submission
join file on file.id = submission.file_id
