-- What is taken back of a content, by period; none for all of it.
--
-- In:   path, night

select period
from withdrawal
where path = ? and night = ? and undone_at is null
