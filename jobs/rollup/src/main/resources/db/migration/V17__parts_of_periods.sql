-- Of a statement that was put together from finer periods: those that gave the measure, where others did not.
alter table statement add column of_periods text[];

-- The totals, and what they stand on, are made anew from what is stored.
delete from rolled_up_basis;
