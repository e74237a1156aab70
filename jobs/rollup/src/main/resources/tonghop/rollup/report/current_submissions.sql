-- The sheets that a period's reports speak of: those that count, and those of the latest reading of each file.
--
-- In:   :period, :as_of
-- Out:  one row per sheet; one that another file replaced, or that was withdrawn, is 'superseded'

with counting as (

    select * from counting_submission(:period, :as_of)

)

select
    submission.id,
    file.path,
    file.sha256,
    submission.sheet,
    submission.form,
    submission.unit,
    case
        when counting.id = submission.id then submission.state
        when submission.state = 'rejected' and not exists (
                select 1
                from withdrawal
                where withdrawal.sha256 = file.sha256
                  and withdrawal.recorded_at <= :as_of
        ) then submission.state
        else 'superseded'
    end as state,
    counting_file.path as replaced_by,
    submission.observation_cells,
    submission.blank_cells,
    submission.control_cells,
    submission.note_cells,
    submission.rejected_cells
from submission
join file on file.id = submission.file_id
left join counting
    on counting.unit = submission.unit
    and counting.form = submission.form
left join file as counting_file on counting_file.id = counting.file_id
where submission.period = :period
  and file.recorded_at <= :as_of
  and (
      counting.id = submission.id
      or not exists (
          select 1
          from file as later
          where later.path = file.path
            and later.id > file.id
            and later.recorded_at <= :as_of
      )
  )
order by file.path, submission.sheet, submission.id
