-- What units had left at the end of earlier periods: one look into the index for each.
--
-- In:   :units, :measures, :periods  codes
-- Out:  unit, measure, period, value; nothing for what was stated with a word such as 'trên'

select total.unit, total.measure, total.period, total.value
from unnest(:periods) as wanted (period)
cross join unnest(:units) as unit (code)
cross join unnest(:measures) as measure (id)
join total
    on total.period = wanted.period
    and total.unit = unit.code
    and total.measure = measure.id
    and total.part = 'all'
where total.qualifier is null
