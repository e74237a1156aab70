-- The parts by level of what the units came to in each of the finer periods that cover a period.
--
-- In:   temporary tables cover_part, form_measure, measure_rule; total

select cover_part.unit, cover_part.form, total.measure, cover_part.ordinal, total.part, total.value,
    marks_of(total.qualifier) as marks
from cover_part
join form_measure on form_measure.form = cover_part.form
join measure_rule
    on measure_rule.measure = form_measure.measure
    and measure_rule.by_level
join total
    on total.period = cover_part.period
    and total.unit = cover_part.unit_there
    and total.measure = form_measure.measure
    and total.part like 'level=%'
order by cover_part.unit, cover_part.form, total.measure, total.part, cover_part.ordinal
