-- The findings about a period's sheets: those of the present content of each path, and of sheets that still count.
--
-- In:   :period, :as_of

with counting as materialized (

    select file_id, sheet from counting_submission(:period, :as_of)

)

select finding.*
from told_finding as finding
where finding.period = :period
  and (
      finding.is_of_all
      or exists (
          select 1
          from present_file
          where present_file.file_id = finding.file_id
            and not present_file.is_withdrawn
      )
      or (finding.file_id, finding.sheet) in (select file_id, sheet from counting)
  )
  and not exists (
      select 1
      from standing
      join submission on submission.id = standing.submission_id
      where submission.file_id = finding.file_id
        and submission.sheet = finding.sheet
        and standing.state = 'unchanged'
  )
order by finding.file, finding.sheet, finding.is_of_all, finding.id
