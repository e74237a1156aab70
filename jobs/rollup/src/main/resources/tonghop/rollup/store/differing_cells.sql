-- Where two versions of a sheet say different things: the cell of the one, with what both say there.
--
-- In:   one, other  numbers of submissions

with one as (

    select row_number, row_label, unit, measure, cell, raw, ordinal, value, qualifier
    from observation
    where submission_id = ?

),

other as (

    select row_label, unit, measure, raw, value, qualifier
    from observation
    where submission_id = ?

)

select one.cell, one.raw, other.raw as other_raw
from one
left join other
    on other.unit = one.unit
    and other.row_label = one.row_label
    and other.measure = one.measure
where one.raw <> ''
  and (other.value is null or other.value <> one.value or other.qualifier is distinct from one.qualifier)
order by one.ordinal
