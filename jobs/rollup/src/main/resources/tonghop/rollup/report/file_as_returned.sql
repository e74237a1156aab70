-- A reading as it would go back to its sender, with the verdict on its content and when it first came in.
--
-- In:   path, sha256, catalogue, version

select
    file.id,
    file.path,
    file.sha256,
    told_state(file) as state,
    (
        select min(came_in)
        from path_content
        where path_content.path = file.path
          and path_content.sha256 = file.sha256
    ) as received_at
from file
where file.path = ? and file.sha256 = ? and file.catalogue = ? and file.version = ?
