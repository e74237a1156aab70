-- What was taken in from a file, and what became of it among all that was sent.
--
-- In:   :file

select
    submission.*,
    file.path,
    file.sha256,
    case
        when standing.state = 'withdrawn' then 'superseded'
        when submission.state = 'rejected' or standing.state in ('rejected', 'held') then 'rejected'
        when standing.state = 'counts' then submission.state
        when standing.state = 'unchanged' then 'unchanged'
        else 'superseded'
    end as told_state
from file
join submission on submission.file_id = file.id
left join standing on standing.submission_id = submission.id
where file.id = :file
order by submission.id
