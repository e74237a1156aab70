-- The sheets that a period's reports speak of: those that count, and what became of the others.
--
-- In:   :period, :as_of
-- Out:  one row per sheet; one that another file replaced, or that was withdrawn, is 'superseded', one that is held
--       'rejected'; one that says what another one says already is none of them

with counting as (

    select id from counting_submission(:period, :as_of)

)

select
    submission.id,
    coalesce(standing.path, file.path) as path,
    file.sha256,
    submission.sheet,
    submission.form,
    submission.unit,
    case
        when counting.id is not null then submission.state
        when standing.state in ('rejected', 'held') then 'rejected'
        else 'superseded'
    end as state,
    submission.observation_cells,
    submission.blank_cells,
    submission.control_cells,
    submission.note_cells,
    submission.rejected_cells
from submission
join file on file.id = submission.file_id
left join standing on standing.submission_id = submission.id
left join counting on counting.id = submission.id
where submission.period = :period
  and (counting.id is not null or standing.state <> 'unchanged')
order by path, submission.sheet, submission.id
