-- Swaps the roll-up of a period in, with the marks of the parts combined: one kind of mark is kept, opposite directions
-- make 'about'.
--
-- In:   :period; temporary table level_total
-- Out:  total

insert into total (period, unit, measure, part, value, qualifier)
select
    :period,
    unit,
    measure,
    part,
    value,
    case
        when has_about or has_nearly and (has_more_than or has_at_least) then 'about'
        when has_nearly then 'nearly'
        when has_more_than then 'more-than'
        when has_at_least then 'at-least'
    end
from level_total
