-- Where two statements about the same unit and measure disagree. A measure that is a sum of columns has no text of its own
-- and is left out: its columns are told already.
--
-- In:   :period; temporary tables unit_node, form_rank, measure_rule, statement, level_total
-- Out:  code, unit, form, file, sheet, cell (of the statement that does not count), value stated there, value that counts,
--       measure

with stated as (

    select
        observation.unit,
        observation.measure,
        submission.id as submission_id,
        submission.unit as sender,
        submission.form,
        file.path,
        submission.sheet,
        min(observation.cell) as cell,
        sum(observation.value) as value
    from observation
    join submission on submission.id = observation.submission_id
    join file on file.id = submission.file_id
    join measure_rule on measure_rule.measure = observation.measure
    where submission.period = :period
      and submission.state <> 'rejected'
      and submission.superseded_by is null
      and measure_rule.adds
      and observation.is_whole
      and observation.raw <> ''
    group by observation.unit, observation.measure, submission.id, file.path

)

select
    case when stated.sender = stated.unit then 'own-total-differs' else 'parent-row-differs' end as code,
    stated.unit,
    stated.form,
    stated.path,
    stated.sheet,
    stated.cell,
    stated.value,
    level_total.value as counted,
    stated.measure
from stated
join level_total
    on level_total.unit = stated.unit
    and level_total.measure = stated.measure
    and level_total.part = 'all'
where stated.value <> level_total.value
order by stated.unit, stated.measure, stated.path, stated.sheet
