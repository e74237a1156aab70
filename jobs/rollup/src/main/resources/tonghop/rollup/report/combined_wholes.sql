select unit, form, measure
from statement
where period = :period and is_combined and whole_stands
