-- Adds a reading. The same bytes under the same path arrive once, however often they are read.

with next as (
    select nextval(pg_get_serial_sequence('file', 'id')) as id
)
insert into file (id, path, sha256, catalogue, version, state, recorded_at, original, arrival)
overriding system value
select next.id, :path, :sha256, :catalogue, :version, :state, :recorded_at,
    cast(:original as bigint), coalesce(
        (select min(arrival) from file where path = :path and sha256 = :sha256), next.id)
from next
returning id
