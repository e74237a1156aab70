-- The manifest that a report had when it was last published.
--
-- In:   unit, period

select manifest from publication where unit = ? and period = ? order by id desc limit 1
