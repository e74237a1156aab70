-- The findings about a period's sheets: those of the latest reading of each file, and of readings that still count.
--
-- In:   :period, :as_of

with counting as materialized (

    select file_id, sheet from counting_submission(:period, :as_of)

)

select finding.*
from finding
join file on file.id = finding.file_id
where finding.period = :period
  and file.recorded_at <= :as_of
  and not exists (
      select 1
      from withdrawal
      where withdrawal.sha256 = file.sha256
        and withdrawal.recorded_at <= :as_of
  )
  and (
      not exists (
          select 1
          from file as later
          where later.path = file.path
            and later.id > file.id
            and later.recorded_at <= :as_of
      )
      or (finding.file_id, finding.sheet) in (select file_id, sheet from counting)
  )
order by finding.file, finding.sheet, finding.id
