-- Keeps what was said, and marks for each unit and measure that is rolled up anew the one statement that counts.
--
-- In:   :period; temporary tables counting (the sheets that count), said, form_rank (form, rank), unit_node (unit, parent)
-- Out:  statement
--
-- A form sent for the period is the whole of its unit: it wins over finer periods, which do not count at all where it was
-- sent by or about the unit or one above it; then a unit's own words over a row about it elsewhere; then the first form of
-- the catalogue, so that a count and a list of the same things never add up.

insert into statement (period, unit, measure, form, is_combined, submission_id, is_own, part, whole, children, marks,
    combined_total, of_periods, whole_stands, counts)

with recursive sent as (

    select distinct submission_unit.unit, submission_unit.form
    from counting
    join submission_unit
        on submission_unit.submission_id = counting.submission_id
        and submission_unit.period = :period
    where counting.period = :period

),

put_together as (

    select distinct unit, form
    from said
    where is_combined

),

-- From each unit whose form was put together from finer periods up to the first that sent it for the period itself.
above as (

    select unit, form, unit as at
    from put_together

    union all

    select above.unit, above.form, unit_node.parent
    from above
    join unit_node on unit_node.unit = above.at
    left join sent
        on sent.unit = above.at
        and sent.form = above.form
    where unit_node.parent is not null
      and sent.unit is null

),

silenced as (

    select distinct above.unit, above.form
    from above
    join sent
        on sent.unit = above.at
        and sent.form = above.form

),

weighed as (

    select
        said.*,
        form_rank.rank,
        (said.part is not null or said.whole is not null or said.children is not null)
            and (not said.is_combined or silenced.unit is null) as can_count
    from said
    join form_rank on form_rank.form = said.form
    left join silenced
        on silenced.unit = said.unit
        and silenced.form = said.form

)

select
    :period,
    unit,
    measure,
    form,
    is_combined,
    submission_id,
    is_own,
    part,
    whole,
    children,
    marks,
    combined_total,
    of_periods,
    whole is not null,
    can_count and row_number() over (
        partition by unit, measure
        order by can_count desc, is_combined, is_own desc, rank
    ) = 1
from weighed
