-- What is found about a period's sheets when all that was sent is seen together.
--
-- In:   period

select unit, concat_ws(E'\t', code, form, file, sheet, cell, value, expected, details::text) as line
from standing_finding
where period = ? and unit is not null
order by unit, line
