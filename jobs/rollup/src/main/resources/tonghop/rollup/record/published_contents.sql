-- What the reports of a run were published as, compressed.

select unit, period, of_manifest.gzip as manifest, of_report.gzip as report,
    of_observations.gzip as observations
from publication
join published_content as of_manifest on of_manifest.sha256 = publication.manifest
join published_content as of_report on of_report.sha256 = publication.report
join published_content as of_observations
    on of_observations.sha256 = publication.observations
where run_id = ? and unit = ? and period = ?
order by publication.id desc
limit 1
