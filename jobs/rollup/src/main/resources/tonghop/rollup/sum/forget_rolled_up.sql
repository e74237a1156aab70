-- Forgets sheets that no longer count in the totals of a period.
--
-- In:   :period; temporary table counting

delete from rolled_up
where period = :period and submission_id not in (select submission_id from counting)
