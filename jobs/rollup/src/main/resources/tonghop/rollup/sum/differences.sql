-- Where two statements about the same unit and measure disagree. A measure that is a sum of columns has no text of its own
-- and is left out: its columns are told already.
--
-- In:   :period, :as_of, :adding (the measures that add over units); total
-- Out:  is_own (whether the unit itself states it, or one above), unit, form, file, sheet, cell (of the statement that does
--       not count), value stated there, value that counts, measure

with stated as (

    select
        observation.unit,
        observation.measure,
        submission.unit as sender,
        submission.form,
        file.path,
        submission.sheet,
        min(observation.cell) as cell,
        sum(observation.value) as value
    from counting_submission(:period, :as_of) as submission
    join file on file.id = submission.file_id
    join observation on observation.submission_id = submission.id
    where observation.measure = any (:adding)
      and observation.scope = 'whole'
      and observation.raw <> ''
    group by observation.unit, observation.measure, submission.id, submission.unit, submission.form, file.path,
        submission.sheet

)

select
    stated.sender = stated.unit as is_own,
    stated.unit,
    stated.form,
    stated.path,
    stated.sheet,
    stated.cell,
    stated.value,
    total.value as counted,
    stated.measure
from stated
join total
    on total.period = :period
    and total.unit = stated.unit
    and total.measure = stated.measure
    and total.part = 'all'
where stated.value <> total.value
order by stated.unit, stated.measure, stated.path, stated.sheet
