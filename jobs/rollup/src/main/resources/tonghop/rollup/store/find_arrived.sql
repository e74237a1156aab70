-- The content that is meant by a path, or by the first digits of its hash: what arrived last. What could not be read yet
-- counts too, before everything that was.
--
-- In:   :file

with known as (
    select path, sha256, recorded_at, arrival, id
    from file

    union all

    select path, sha256, '-infinity', 0, 0
    from read_again
)

select path, sha256, max(recorded_at) over (partition by sha256) as recorded_at
from known
where path = :file
   or sha256 = lower(:file)
   or length(:file) >= 8 and lower(:file) ~ '^[0-9a-f]+$' and starts_with(sha256, lower(:file))
order by path = :file desc, arrival desc, id desc
limit 1
