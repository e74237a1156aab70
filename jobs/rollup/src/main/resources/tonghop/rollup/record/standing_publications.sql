-- The reports as they stood after a run: of each the last publication up to it.
--
-- In:   the number of the run

select distinct on (unit, period) *
from publication
where run_id <= ?
order by unit, period, id desc
