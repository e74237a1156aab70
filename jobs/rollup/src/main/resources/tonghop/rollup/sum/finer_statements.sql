-- What was said of the units in each of the finer periods that cover a period, and what it came to with all units below.
--
-- In:   temporary tables cover_part (unit, form, ordinal, period, unit_there), form_measure (form, measure); statement;
--       total
-- Out:  one row per unit, form, measure and finer period in which anything was said

select
    cover_part.unit,
    cover_part.form,
    form_measure.measure,
    cover_part.ordinal,
    statement.part,
    -- A row that stood for all children is beyond the own part, as what is said of the unit as one.
    case when statement.children_stand then coalesce(statement.whole, 0) + statement.children else statement.whole end
        as whole,
    statement.unit is not null and not statement.counts as is_outweighed,
    coalesce(statement.is_own, true) as is_own,
    coalesce(statement.marks, 0) as marks,
    total.value as total,
    marks_of(total.qualifier) as total_marks
from cover_part
join form_measure on form_measure.form = cover_part.form
left join statement
    on statement.period = cover_part.period
    and statement.unit = cover_part.unit_there
    and statement.measure = form_measure.measure
    and statement.form = cover_part.form
    and not statement.is_combined
left join total
    on total.period = cover_part.period
    and total.unit = cover_part.unit_there
    and total.measure = form_measure.measure
    and total.part = 'all'
where statement.unit is not null
   or total.unit is not null
order by cover_part.unit, cover_part.form, form_measure.measure, cover_part.ordinal
