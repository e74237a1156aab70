-- The last publication of a report with one manifest.
--
-- In:   unit, period, manifest

select * from publication
where unit = ? and period = ? and manifest = ?
order by id desc limit 1
