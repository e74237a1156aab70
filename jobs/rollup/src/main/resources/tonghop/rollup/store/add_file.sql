-- Adds a reading.

insert into file (path, sha256, catalogue, version, state, recorded_at)
values (:path, :sha256, :catalogue, :version, :state, :recorded_at)
returning id
