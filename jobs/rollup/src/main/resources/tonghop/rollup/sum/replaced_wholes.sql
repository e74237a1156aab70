-- Takes back what is said of the units of one depth as one where all of their children have sent: a figure is never both
-- the parent's total and its parts.
--
-- In:   :period, :depth; temporary tables unit_node (unit, parent, level, depth), dirty (unit), measure_rule; total of the
--       units below
-- Out:  statement.whole_stands

update statement
set whole_stands = false
from unit_node, dirty, measure_rule
where unit_node.depth = :depth
  and dirty.unit = unit_node.unit
  and statement.period = :period
  and statement.unit = unit_node.unit
  and statement.whole_stands
  and measure_rule.measure = statement.measure
  and measure_rule.adds
  and exists (
      select 1
      from unit_node as child
      where child.parent = statement.unit
  )
  and not exists (
      select 1
      from unit_node as child
      where child.parent = statement.unit
        and not exists (
            select 1
            from total
            where total.period = :period
              and total.unit = child.unit
              and total.measure = statement.measure
              and total.part = 'all'
        )
  )
