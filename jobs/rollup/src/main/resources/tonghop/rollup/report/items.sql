-- Every list item that counts in a period.
--
-- In:   :period, :as_of
-- Out:  is_open where the list was left open, so that its counts are lower bounds

select
    submission.form,
    list_item.unit,
    list_item.name,
    list_item.attributes,
    list_item.texts,
    exists (
        select 1
        from observation
        where observation.submission_id = submission.id
          and observation.qualifier = 'at-least'
    ) as is_open
from counting_submission(:period, :as_of) as submission
join file on file.id = submission.file_id
join list_item on list_item.submission_id = submission.id
order by file.path, submission.sheet, submission.id, list_item.row_number
