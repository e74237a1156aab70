-- Every period for which something was taken in, found by one look into the index for each of them.

with recursive found as (

    (select period from submission order by period limit 1)

    union all

    select (
        select submission.period
        from submission
        where submission.period > found.period
        order by submission.period
        limit 1
    )
    from found
    where found.period is not null

)

select period
from found
where period is not null
order by period
