-- Whether what is said of a unit as one stands, because not all of its children have sent: the one place that says so.
alter table statement add column whole_stands boolean not null default false;

-- The totals, and what they stand on, are made anew from what is stored.
delete from rolled_up_basis;
