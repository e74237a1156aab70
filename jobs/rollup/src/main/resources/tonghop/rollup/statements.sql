-- Chooses, for each unit and measure of a period, the one sheet whose statement counts.
--
-- In:   :period; temporary tables unit_node (unit, parent, level), form_rank (form, rank), measure_rule (measure, adds,
--       by_level)
-- Out:  statement, one row per unit and measure: part is what the unit's own offices did, whole what is said of the unit
--       as one, either may be null
--
-- A unit's own sheet wins over a row about it in the sheet of a unit above; among its own the first form of the
-- catalogue wins, so that a count and a list of the same things never add up. Ranks and rates do not add: of several
-- rows the last one counts, which is the total row.

create temporary table statement on commit drop as

with current_observation as (

    select
        observation.*,
        submission.unit = observation.unit as is_own,
        form_rank.rank as form_rank,
        measure_rule.adds
    from observation
    join submission on submission.id = observation.submission_id
    join form_rank on form_rank.form = submission.form
    join measure_rule on measure_rule.measure = observation.measure
    join unit_node on unit_node.unit = observation.unit
    where submission.period = :period
      and submission.state <> 'rejected'
      and submission.superseded_by is null

),

counting_observation as (

    select
        *,
        row_number() over (
            partition by submission_id, unit, measure
            order by is_whole desc, row_number desc, ordinal desc
        ) as from_the_end
    from current_observation

),

sheet_statement as (

    select
        unit,
        measure,
        submission_id,
        is_own,
        form_rank,
        sum(value) filter (where not is_whole) as part,
        sum(value) filter (where is_whole) as whole,
        bool_or(qualifier = 'at-least') as has_at_least,
        bool_or(qualifier = 'more-than') as has_more_than,
        bool_or(qualifier = 'nearly') as has_nearly,
        bool_or(qualifier = 'about') as has_about
    from counting_observation
    where adds
       or from_the_end = 1
    group by unit, measure, submission_id, is_own, form_rank

),

ranked_statement as (

    select
        *,
        row_number() over (
            partition by unit, measure
            order by is_own desc, form_rank, submission_id desc
        ) as place
    from sheet_statement

)

select
    unit,
    measure,
    submission_id,
    part,
    whole,
    coalesce(has_at_least, false) as has_at_least,
    coalesce(has_more_than, false) as has_more_than,
    coalesce(has_nearly, false) as has_nearly,
    coalesce(has_about, false) as has_about
from ranked_statement
where place = 1
