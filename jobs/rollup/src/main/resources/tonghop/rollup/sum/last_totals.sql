-- The last total of units in earlier periods, with the part of their own offices: one look into the index for each.
--
-- In:   :units, :measures, :periods  codes
-- Out:  unit, measure, period, whole, own (null if the unit had no part of its own)

select wanted.unit, measure.id as measure, last.period, last.whole, own.value as own
from unnest(:units) as wanted (unit)
cross join unnest(:measures) as measure (id)
cross join lateral (
    select total.period, total.value as whole
    from total
    where total.unit = wanted.unit
      and total.measure = measure.id
      and total.part = 'all'
      and total.period = any (:periods)
    order by total.period desc
    limit 1
) as last
left join total as own
    on own.period = last.period
    and own.unit = wanted.unit
    and own.measure = measure.id
    and own.part = 'own'
order by wanted.unit, measure.id
