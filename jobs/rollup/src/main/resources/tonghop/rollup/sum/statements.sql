-- What the sheets of a period say of the units that are rolled up anew: for each unit, measure and form the one sheet
-- whose statement stands.
--
-- In:   :period; temporary tables counting (the sheets that count), dirty (unit), measure_rule (measure, adds, by_level)
-- Out:  said: part is what the unit's own offices did, whole what is said of the unit as one, either may be null
--
-- A unit's own sheet wins over a row about it in the sheet of a unit above. Ranks and rates do not add: of several rows
-- the last one counts, which is the total row.

insert into said (unit, measure, form, is_combined, submission_id, is_own, part, whole, marks)

with spoken_of as (

    select counting.submission_id, counting.sender, counting.form, submission_unit.unit
    from counting
    join submission_unit on submission_unit.submission_id = counting.submission_id
    join dirty on dirty.unit = submission_unit.unit
    where counting.period = :period
      and submission_unit.period = :period

),

ordered_observation as (

    select
        observation.*,
        spoken_of.form,
        spoken_of.sender = spoken_of.unit as is_own,
        measure_rule.adds,
        row_number() over (
            partition by observation.submission_id, observation.unit, observation.measure
            order by observation.is_whole desc, observation.row_number desc, observation.ordinal desc
        ) as from_the_end
    from spoken_of
    join observation
        on observation.submission_id = spoken_of.submission_id
        and observation.unit = spoken_of.unit
    join measure_rule on measure_rule.measure = observation.measure

),

sheet_statement as (

    select
        unit,
        measure,
        form,
        submission_id,
        is_own,
        sum(value) filter (where not is_whole) as part,
        sum(value) filter (where is_whole) as whole,
        bit_or(marks_of(qualifier)) as marks
    from ordered_observation
    where adds
       or from_the_end = 1
    group by unit, measure, form, submission_id, is_own

)

select distinct on (sheet_statement.unit, sheet_statement.measure, sheet_statement.form)
    sheet_statement.unit,
    sheet_statement.measure,
    sheet_statement.form,
    false,
    sheet_statement.submission_id,
    sheet_statement.is_own,
    sheet_statement.part,
    sheet_statement.whole,
    sheet_statement.marks
from sheet_statement
join counting on counting.submission_id = sheet_statement.submission_id
order by
    sheet_statement.unit,
    sheet_statement.measure,
    sheet_statement.form,
    sheet_statement.is_own desc,
    counting.arrival desc,
    sheet_statement.submission_id desc
