-- What a unit reported before, found without reading the periods of all others.
create index total_history on total (unit, measure, period);
