-- Notes of sheets that were not looked at yet what tells their versions apart: a digest of their observations and items,
-- wherever these stand, and by what they are about the rows that have figures.

insert into sheet_version (submission_id, figures, row_keys)

with unnoted as (

    select submission.id, submission.unit
    from submission
    where submission.state <> 'rejected'
      and not exists (select 1 from sheet_version where sheet_version.submission_id = submission.id)

),

line as (

    -- A row about a unit, or the only one, is known by the unit; one of several of the sender by its name.
    select
        unnoted.id,
        case
            when observation.scope = 'whole' or observation.unit <> unnoted.unit then observation.unit
            else observation.unit || ' ' || btrim(regexp_replace(normalize(observation.row_label), '\s+', ' ', 'g'))
        end as row_key,
        concat_ws(' ', observation.measure, trim_scale(observation.value), observation.qualifier) as said
    from unnoted
    join observation on observation.submission_id = unnoted.id

    union all

    select
        unnoted.id,
        concat_ws(' ', list_item.unit, list_item.name),
        concat_ws(' ', list_item.attributes::text, list_item.texts::text)
    from unnoted
    join list_item on list_item.submission_id = unnoted.id

)

select
    unnoted.id,
    encode(sha256(convert_to(coalesce(string_agg(
        line.row_key || E'\t' || line.said, E'\n' order by line.row_key collate "C", line.said collate "C"), ''), 'UTF8')), 'hex'),
    coalesce(array_agg(distinct line.row_key) filter (where line.row_key is not null), '{}')
from unnoted
left join line on line.id = unnoted.id
group by unnoted.id
