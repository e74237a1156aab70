-- Says where a row that speaks for all children of a unit stands: where no child owes the form, or one of them has not
-- sent it.
--
-- In:   :period; temporary tables counting (the sheets that count), unit_node (unit, parent), owing_child (parent, form, child), form_stands (form, sent: it
--       and those that stand for it); statement
-- Out:  statement.children_stand
--
-- A child that did not send it itself has sent it where all of its own children have.

with recursive spoken as (

    select submission_unit.unit, form_stands.form
    from counting
    join submission_unit
        on submission_unit.submission_id = counting.submission_id
        and submission_unit.period = :period
    join form_stands on form_stands.sent = counting.form
    where counting.period = :period

    union

    select statement.unit, form_stands.form
    from statement
    join form_stands on form_stands.sent = statement.form
    where statement.period = :period
      and statement.is_combined
      and statement.counts

),

-- The children that did not send it, and below them those that did not either.
silent as (

    select owing_child.parent, owing_child.form, owing_child.child as unit
    from owing_child
    left join spoken
        on spoken.unit = owing_child.child
        and spoken.form = owing_child.form
    where spoken.unit is null

    union all

    select silent.parent, silent.form, unit_node.unit
    from silent
    join unit_node on unit_node.parent = silent.unit
    left join spoken
        on spoken.unit = unit_node.unit
        and spoken.form = silent.form
    where spoken.unit is null

)

update statement
set children_stand = not exists (
        select 1
        from owing_child
        where owing_child.parent = statement.unit
          and owing_child.form = statement.form
    )
    or exists (
        select 1
        from silent
        where silent.parent = statement.unit
          and silent.form = statement.form
          and not exists (select 1 from unit_node as below where below.parent = silent.unit)
    )
from dirty
where dirty.unit = statement.unit
  and statement.period = :period
  and statement.counts
  and statement.children is not null
