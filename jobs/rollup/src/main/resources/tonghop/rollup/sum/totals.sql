-- Adds up the units of one depth from what they state and from the totals of the units directly below.
--
-- In:   :period, :depth; temporary tables unit_node (unit, parent, level, depth), dirty (unit), measure_rule; statement;
--       total of the units below
-- Out:  total, rows for the dirty units of :depth: part 'all', 'own', and one per level where the measure asks for it
--
-- What is said of a unit as one (whole) counts unless all its children have sent: a figure is never both the parent's
-- total and its parts.

insert into total (period, unit, measure, part, value, qualifier)

with adding as (

    select unit_node.*
    from unit_node
    join dirty on dirty.unit = unit_node.unit
    where unit_node.depth = :depth

),

child_count as (

    select adding.unit, count(*) as children
    from adding
    join unit_node as child on child.parent = adding.unit
    group by adding.unit

),

from_children as (

    select
        adding.unit,
        total.measure,
        total.part,
        sum(total.value) as value,
        count(*) as children,
        bit_or(marks_of(total.qualifier)) as marks
    from adding
    join unit_node as child on child.parent = adding.unit
    join total
        on total.period = :period
        and total.unit = child.unit
    join measure_rule on measure_rule.measure = total.measure
    where total.part <> 'own'
      and measure_rule.adds
    group by adding.unit, total.measure, total.part

),

-- What a unit says of itself, and whether what it says as one stands because not all of its children have sent.
standing as (

    select
        statement.*,
        'level=' || adding.level as own_level,
        measure_rule.by_level,
        statement.whole is not null
            and (from_children.children is null or from_children.children < coalesce(child_count.children, 0))
            as whole_stands
    from adding
    join statement
        on statement.period = :period
        and statement.unit = adding.unit
        and statement.counts
    join measure_rule on measure_rule.measure = statement.measure
    left join child_count on child_count.unit = adding.unit
    left join from_children
        on from_children.unit = adding.unit
        and from_children.measure = statement.measure
        and from_children.part = 'all'

),

own as (

    select
        unit,
        measure,
        form,
        is_combined,
        own_level,
        by_level,
        whole_stands,
        coalesce(part, 0) + case when whole_stands then whole else 0 end as value,
        marks
    from standing
    where part is not null
       or whole_stands

),

contribution as (

    select unit, measure, 'all' as part, value, marks
    from own

    union all

    -- What is known by level over time counts by level, all else for the level of the unit.
    select unit, measure, own_level, value, marks
    from own
    where by_level
      and not exists (
          select 1
          from combined_level
          where own.is_combined
            and own.whole_stands
            and combined_level.period = :period
            and combined_level.unit = own.unit
            and combined_level.measure = own.measure
            and combined_level.form = own.form
      )

    union all

    select own.unit, own.measure, combined_level.part, combined_level.value, combined_level.marks
    from own
    join combined_level
        on combined_level.period = :period
        and combined_level.unit = own.unit
        and combined_level.measure = own.measure
        and combined_level.form = own.form
    where own.by_level
      and own.is_combined
      and own.whole_stands

    union all

    select from_children.unit, from_children.measure, from_children.part, from_children.value, from_children.marks
    from from_children
    left join standing
        on standing.unit = from_children.unit
        and standing.measure = from_children.measure
    where not coalesce(standing.whole_stands, false)

)

select :period, unit, measure, part, sum(value), mark_of(bit_or(marks))
from contribution
group by unit, measure, part

union all

select :period, unit, measure, 'own', value, mark_of(marks)
from own
