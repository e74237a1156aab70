-- The last close of a period before a moment, whether or not it still holds.
--
-- In:   period, moment

select * from seal
where period = ? and action = 'close' and recorded_at < ?
order by id desc limit 1
