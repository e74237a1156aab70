-- What the sheets of a period say of the units that are rolled up anew: for each unit and form the one sheet whose
-- statements stand.
--
-- In:   :period; temporary tables counting (the sheets that count), dirty (unit), measure_rule (measure, adds, by_level),
--       form_rank (form, is_list), pair_term (rate, side, measure), restriction (measure, rate, id)
-- Out:  said: part is what the unit's own offices did, whole what is said of the unit as one, children what is said of all
--       units directly below together; each may be null
--
-- A unit's own sheet is the whole truth about its form: where there is one, no row about the unit in the sheet of a unit
-- above adds to it, not even where a cell is blank. Ranks and rates do not add: of several rows the last one counts, which
-- is the total row. A measure that is restricted for a rate counts in the leaves alone that give both sides of the rate: rows,
-- or a list as one.

insert into said (unit, measure, form, is_combined, submission_id, is_own, part, whole, children, marks)

with chosen_sheet as (

    select distinct on (submission_unit.unit, counting.form)
        submission_unit.unit,
        counting.form,
        counting.submission_id,
        counting.sender = submission_unit.unit as is_own
    from counting
    join submission_unit on submission_unit.submission_id = counting.submission_id
    join dirty on dirty.unit = submission_unit.unit
    where counting.period = :period
      and submission_unit.period = :period
    order by
        submission_unit.unit,
        counting.form,
        counting.sender = submission_unit.unit desc,
        counting.arrival desc,
        counting.submission_id desc

),

ordered_observation as (

    select
        observation.*,
        chosen_sheet.form,
        chosen_sheet.is_own,
        measure_rule.adds,
        case when form_rank.is_list then 0 else observation.row_number end as leaf,
        row_number() over (
            partition by observation.unit, chosen_sheet.form, observation.measure
            order by observation.scope = 'whole' desc, observation.row_number desc, observation.ordinal desc
        ) as from_the_end
    from chosen_sheet
    join observation
        on observation.submission_id = chosen_sheet.submission_id
        and observation.unit = chosen_sheet.unit
    join measure_rule on measure_rule.measure = observation.measure
    join form_rank on form_rank.form = chosen_sheet.form
    -- What does not add, said of several units together, is nobody's.
    where measure_rule.adds
       or observation.scope <> 'children'

),

paired_leaf as (

    select ordered_observation.submission_id, ordered_observation.unit, ordered_observation.leaf, pair_term.rate
    from ordered_observation
    join pair_term on pair_term.measure = ordered_observation.measure
    group by ordered_observation.submission_id, ordered_observation.unit, ordered_observation.leaf, pair_term.rate
    having count(distinct pair_term.side) = 2

),

counted as (

    select unit, measure, form, submission_id, is_own, scope, value, qualifier
    from ordered_observation
    where adds
       or from_the_end = 1

    union all

    select
        ordered_observation.unit,
        restriction.id,
        ordered_observation.form,
        ordered_observation.submission_id,
        ordered_observation.is_own,
        ordered_observation.scope,
        ordered_observation.value,
        ordered_observation.qualifier
    from ordered_observation
    join restriction on restriction.measure = ordered_observation.measure
    join paired_leaf
        on paired_leaf.submission_id = ordered_observation.submission_id
        and paired_leaf.unit = ordered_observation.unit
        and paired_leaf.leaf = ordered_observation.leaf
        and paired_leaf.rate = restriction.rate
    where ordered_observation.adds

)

select
    unit,
    measure,
    form,
    false,
    submission_id,
    is_own,
    sum(value) filter (where scope = 'part'),
    sum(value) filter (where scope = 'whole'),
    sum(value) filter (where scope = 'children'),
    bit_or(marks_of(qualifier))
from counted
group by unit, measure, form, submission_id, is_own
