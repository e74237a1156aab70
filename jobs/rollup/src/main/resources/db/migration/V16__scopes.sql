-- How much of its unit an observation speaks of: its own offices, all of it, or all units directly below it together.
alter table observation add column scope text not null default 'part' check (scope in ('part', 'whole', 'children'));

update observation set scope = 'whole' where is_whole;

alter table observation
    alter column scope drop default,
    drop column is_whole;

-- children: what rows say of all units directly below together, and whether that stands, because not all of these have
-- sent.
alter table statement
    add column children numeric,
    add column children_stand boolean not null default false;

-- The totals, and what they stand on, are made anew from what is stored.
delete from rolled_up_basis;
