-- Which forms the units sent for the finer periods in a period.
--
-- In:   temporary tables counting, same_unit (period, unit_there, unit)

select distinct same_unit.unit, submission_unit.form, submission_unit.period, submission_unit.unit as unit_there
from same_unit
join submission_unit
    on submission_unit.period = same_unit.period
    and submission_unit.unit = same_unit.unit_there
join counting on counting.submission_id = submission_unit.submission_id
order by same_unit.unit, submission_unit.form, submission_unit.period
