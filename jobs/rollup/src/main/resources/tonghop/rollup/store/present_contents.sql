-- What each path took on, in the order of the nights.

select path, sha256, moved_from
from path_content
order by night, path
