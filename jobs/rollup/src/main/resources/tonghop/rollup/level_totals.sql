-- Adds up one level of units from what they state and from the totals of the level below, which must be there already.
--
-- In:   :level; temporary tables unit_node, measure_rule, statement; level_total of the levels below
-- Out:  level_total, rows for the units of :level: part 'all', 'own' and one per level where the measure asks for it
--
-- What is said of a unit as one (whole) counts unless all its children have sent: a figure is never both the parent's
-- total and its parts.

insert into level_total (unit, measure, part, value, has_at_least, has_more_than, has_nearly, has_about, is_whole)

with child_count as (

    select parent as unit, count(*) as children
    from unit_node
    group by parent

),

from_children as (

    select
        unit_node.parent as unit,
        level_total.measure,
        level_total.part,
        sum(level_total.value) as value,
        count(*) as children,
        bool_or(has_at_least) as has_at_least,
        bool_or(has_more_than) as has_more_than,
        bool_or(has_nearly) as has_nearly,
        bool_or(has_about) as has_about
    from level_total
    join unit_node on unit_node.unit = level_total.unit
    join unit_node as parent on parent.unit = unit_node.parent
    join measure_rule on measure_rule.measure = level_total.measure
    where parent.level = :level
      and level_total.part <> 'own'
      and measure_rule.adds
    group by unit_node.parent, level_total.measure, level_total.part

),

of_level as (

    select statement.*, coalesce(child_count.children, 0) as children
    from statement
    join unit_node on unit_node.unit = statement.unit
    left join child_count on child_count.unit = statement.unit
    where unit_node.level = :level

),

-- Whether what a unit says of itself as one stands, because not all of its children have sent.
standing as (

    select
        of_level.*,
        of_level.whole is not null
            and (from_children.children is null or from_children.children < of_level.children) as whole_stands
    from of_level
    left join from_children
        on from_children.unit = of_level.unit
        and from_children.measure = of_level.measure
        and from_children.part = 'all'

),

contribution as (

    select
        unit,
        measure,
        'all' as part,
        coalesce(part, 0) + case when whole_stands then whole else 0 end as value,
        has_at_least,
        has_more_than,
        has_nearly,
        has_about,
        whole_stands
    from standing
    where part is not null or whole_stands

    union all

    select
        standing.unit,
        standing.measure,
        'level=' || :level,
        coalesce(part, 0) + case when whole_stands then whole else 0 end,
        has_at_least,
        has_more_than,
        has_nearly,
        has_about,
        whole_stands
    from standing
    join measure_rule on measure_rule.measure = standing.measure
    where measure_rule.by_level
      and (part is not null or whole_stands)

    union all

    select from_children.unit, from_children.measure, from_children.part, from_children.value,
        from_children.has_at_least, from_children.has_more_than, from_children.has_nearly, from_children.has_about, false
    from from_children
    left join standing
        on standing.unit = from_children.unit
        and standing.measure = from_children.measure
    where not coalesce(standing.whole_stands, false)

)

select
    unit,
    measure,
    part,
    sum(value),
    bool_or(has_at_least),
    bool_or(has_more_than),
    bool_or(has_nearly),
    bool_or(has_about),
    bool_or(whole_stands)
from contribution
group by unit, measure, part

union all

select unit, measure, 'own', coalesce(part, 0) + case when whole_stands then whole else 0 end,
    has_at_least, has_more_than, has_nearly, has_about, whole_stands
from standing
where part is not null or whole_stands
