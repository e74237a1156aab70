-- The content that is meant by a path, or by the first digits of its hash: what a path took on last.
--
-- In:   :file

select path, sha256, night, came_in
from path_content
where path = :file
   or sha256 = lower(:file)
   or length(:file) >= 8 and lower(:file) ~ '^[0-9a-f]+$' and starts_with(sha256, lower(:file))
order by path = :file desc, night desc, path
limit 1
