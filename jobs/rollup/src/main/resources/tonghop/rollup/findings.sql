-- The findings about a period's sheets: those of the latest reading of each file, and of readings that still count.
--
-- In:   :period

with latest_reading as (

    select distinct on (path) id
    from file
    order by path, id desc

)

select finding.*
from finding
where finding.period = :period
  and (
      finding.file_id in (select id from latest_reading)
      or exists (
          select 1
          from submission
          where submission.file_id = finding.file_id
            and submission.sheet = finding.sheet
            and submission.superseded_by is null
            and submission.state <> 'rejected'
      )
  )
order by finding.file, finding.sheet, finding.id
