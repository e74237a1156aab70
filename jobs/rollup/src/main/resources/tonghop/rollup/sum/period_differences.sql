-- Where a form was sent for a period and for the finer periods in it, and the two disagree.
--
-- In:   :period, :as_of; statement, cover
-- Out:  unit, form, file, sheet, cell (where the period's own form states it), value stated there, value of the finer
--       periods, measure, the finer periods

with stated as (

    select
        sent.unit,
        sent.measure,
        sent.form,
        sent.submission_id,
        total.value,
        combined.combined_total as combined,
        cover.periods
    from statement as sent
    join statement as combined
        on combined.period = :period
        and combined.unit = sent.unit
        and combined.measure = sent.measure
        and combined.form = sent.form
        and combined.is_combined
    join cover
        on cover.period = :period
        and cover.unit = sent.unit
        and cover.form = sent.form
    join total
        on total.period = :period
        and total.unit = sent.unit
        and total.measure = sent.measure
        and total.part = 'all'
    where sent.period = :period
      and not sent.is_combined
      and sent.counts
      and total.value <> combined.combined_total

)

select
    stated.unit,
    stated.form,
    file.path,
    submission.sheet,
    min(observation.cell) as cell,
    stated.value,
    stated.combined,
    stated.measure,
    stated.periods
from stated
join submission on submission.id = stated.submission_id
join file on file.id = submission.file_id
left join observation
    on observation.submission_id = stated.submission_id
    and observation.unit = stated.unit
    and observation.measure = stated.measure
group by stated.unit, stated.form, file.path, submission.sheet, stated.value, stated.combined, stated.measure,
    stated.periods
order by stated.unit, stated.measure
