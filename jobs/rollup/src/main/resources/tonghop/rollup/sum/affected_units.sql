-- The units that were spoken of by a sheet that came to count, or ceased to, since a period was last rolled up.
--
-- In:   :period; temporary table counting (the sheets of the period and of the finer ones in it); rolled_up
-- Out:  period and unit as in the sheet

with changed as (

    select counting.submission_id
    from counting
    where not exists (
        select 1
        from rolled_up
        where rolled_up.period = :period
          and rolled_up.submission_id = counting.submission_id
    )

    union all

    select rolled_up.submission_id
    from rolled_up
    where rolled_up.period = :period
      and not exists (
          select 1
          from counting
          where counting.submission_id = rolled_up.submission_id
      )

)

select distinct submission_unit.period, submission_unit.unit
from changed
join submission on submission.id = changed.submission_id
join submission_unit
    on submission_unit.submission_id = changed.submission_id
    and submission_unit.period = submission.period
