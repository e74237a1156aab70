-- Two more parts of the catalogue that a run was made with; empty for runs that took no note of them.
alter table run
    add column rules text not null default '',
    add column reports text not null default '';
