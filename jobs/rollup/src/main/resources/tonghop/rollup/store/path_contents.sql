-- What each path took on in which night, as it was read last, a row for each sheet; one without, where there is none.
--
-- In:   :as_of

with closing as (

    select latest.period, latest.recorded_at, latest.last_night
    from (
        select distinct on (period) *
        from seal
        where recorded_at <= :as_of
        order by period, id desc
    ) as latest
    where latest.action = 'close'

)

select
    path_content.path,
    path_content.night,
    path_content.moved_from,
    reading.id as file_id,
    reading.state as file_state,
    submission.id as submission_id,
    submission.sheet,
    submission.form,
    submission.unit,
    submission.period,
    submission.state,
    sheet_version.figures,
    sheet_version.row_keys,
    exists (
        select 1
        from withdrawal
        where withdrawal.path = path_content.path
          and withdrawal.night = path_content.night
          and (withdrawal.period is null or withdrawal.period = submission.period)
          and withdrawal.recorded_at <= :as_of
          and (withdrawal.undone_at is null or withdrawal.undone_at > :as_of)
    ) as is_withdrawn,
    closing.period is not null
        and (path_content.night > closing.last_night
            or closing.last_night is null and night.finished_at > closing.recorded_at) as is_too_late
from path_content
join night on night.number = path_content.night
left join lateral (
    select id, state
    from file
    where file.path = path_content.path
      and file.sha256 = path_content.sha256
      and file.recorded_at <= :as_of
    order by id desc
    limit 1
) as reading on true
left join submission on submission.file_id = reading.id
left join sheet_version on sheet_version.submission_id = submission.id
left join closing on closing.period = submission.period
where night.finished_at <= :as_of
order by path_content.night, path_content.path, submission.id
