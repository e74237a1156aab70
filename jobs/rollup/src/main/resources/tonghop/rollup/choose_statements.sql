-- Chooses, for each unit and measure that is rolled up anew, the one statement that counts.
--
-- In:   :period; temporary tables dirty (unit), form_rank (form, rank)
-- Out:  statement.counts
--
-- A unit's own words win over a row about it elsewhere, a form sent for the period over finer periods; then the first
-- form of the catalogue, so that a count and a list of the same things never add up.

update statement
set counts = true
from (

    select distinct on (statement.unit, statement.measure)
        statement.unit,
        statement.measure,
        statement.form,
        statement.is_combined
    from statement
    join dirty on dirty.unit = statement.unit
    join form_rank on form_rank.form = statement.form
    where statement.period = :period
      and (statement.part is not null or statement.whole is not null)
    order by statement.unit, statement.measure, statement.is_own desc, statement.is_combined, form_rank.rank

) as chosen
where statement.period = :period
  and statement.unit = chosen.unit
  and statement.measure = chosen.measure
  and statement.form = chosen.form
  and statement.is_combined = chosen.is_combined
