-- The units and forms with a row that speaks for all of their children.
--
-- In:   :period; temporary table dirty (unit); statement

select distinct statement.unit, statement.form
from statement
join dirty on dirty.unit = statement.unit
where statement.period = :period
  and statement.counts
  and statement.children is not null
