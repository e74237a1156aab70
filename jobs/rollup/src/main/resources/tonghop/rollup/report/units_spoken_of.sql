-- The units that a sheet for a period is from, or has rows about.
--
-- In:   :period

select unit from submission where period = :period
union
select unit from submission_unit where period = :period
