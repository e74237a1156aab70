-- Adds up the units of one depth from what they state and from the totals of the units directly below.
--
-- In:   :period, :depth; temporary tables unit_node (unit, parent, level, depth), dirty (unit), measure_rule; statement,
--       of which is known what stands of the wholes and of the rows for all children; total of the units below
-- Out:  total, rows for the dirty units of :depth: part 'all', 'own', 'children' where a row speaks for them, and one per
--       level where the measure asks for it

insert into total (period, unit, measure, part, value, qualifier)

with adding as (

    select unit_node.*
    from unit_node
    join dirty on dirty.unit = unit_node.unit
    where unit_node.depth = :depth

),

from_children as (

    select
        adding.unit,
        total.measure,
        total.part,
        sum(total.value) as value,
        bit_or(marks_of(total.qualifier)) as marks
    from adding
    join unit_node as child on child.parent = adding.unit
    join total
        on total.period = :period
        and total.unit = child.unit
    join measure_rule on measure_rule.measure = total.measure
    where total.part not in ('own', 'children')
      and measure_rule.adds
    group by adding.unit, total.measure, total.part

),

standing as (

    select
        statement.*,
        'level=' || adding.level as own_level,
        -- A row for all children is of their level; where the registry has none, nobody can say of which.
        'level=' || coalesce((select min(child.level) from unit_node as child where child.parent = adding.unit), adding.level)
            as level_below,
        measure_rule.by_level
    from adding
    join statement
        on statement.period = :period
        and statement.unit = adding.unit
        and statement.counts
    join measure_rule on measure_rule.measure = statement.measure

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

for_children as (

    select unit, measure, level_below, by_level, children as value, marks
    from standing
    where children_stand

),

contribution as (

    select unit, measure, 'all' as part, value, marks
    from own

    union all

    select unit, measure, 'all', value, marks
    from for_children

    union all

    select unit, measure, level_below, value, marks
    from for_children
    where by_level

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
    where not coalesce(standing.whole_stands or standing.children_stand, false)

)

select :period, unit, measure, part, sum(value), mark_of(bit_or(marks))
from contribution
group by unit, measure, part

union all

select :period, unit, measure, 'own', value, mark_of(marks)
from own

union all

select :period, unit, measure, 'children', value, mark_of(marks)
from for_children
