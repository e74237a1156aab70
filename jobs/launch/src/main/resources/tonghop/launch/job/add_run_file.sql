-- The next file of a run.
insert into run_file (run, position, path, sha256, copy, left_out, is_last)
select :run, coalesce(max(position), 0) + 1, :path, :sha256, :copy, :left_out, :is_last
from run_file
where run = :run
returning position
