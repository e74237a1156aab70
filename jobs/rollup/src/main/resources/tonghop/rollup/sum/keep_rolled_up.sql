-- Notes the sheets that the totals of a period stand on.
--
-- In:   :period; temporary table counting

insert into rolled_up (period, submission_id)
select :period, submission_id from counting
on conflict do nothing
