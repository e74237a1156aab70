-- Keeps what was said, and marks for each unit and measure that is rolled up anew the one statement that counts.
--
-- In:   :period; temporary tables counting (the sheets that count), said, form_rank (form, rank)
-- Out:  statement
--
-- A form sent for the period wins over finer periods, which do not count at all where it was sent; then a unit's own
-- words over a row about it elsewhere; then the first form of the catalogue, so that a count and a list of the same
-- things never add up.

insert into statement (period, unit, measure, form, is_combined, submission_id, is_own, part, whole, marks,
    combined_total, counts)

with sent as (

    select distinct submission_unit.unit, submission_unit.form
    from counting
    join submission_unit
        on submission_unit.submission_id = counting.submission_id
        and submission_unit.period = :period
    where counting.period = :period

),

weighed as (

    select
        said.*,
        form_rank.rank,
        (said.part is not null or said.whole is not null) and (not said.is_combined or sent.unit is null) as can_count
    from said
    join form_rank on form_rank.form = said.form
    left join sent
        on sent.unit = said.unit
        and sent.form = said.form

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
    marks,
    combined_total,
    can_count and row_number() over (
        partition by unit, measure
        order by can_count desc, is_combined, is_own desc, rank
    ) = 1
from weighed
