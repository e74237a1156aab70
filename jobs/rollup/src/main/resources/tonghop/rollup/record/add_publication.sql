-- Notes a report as a run left it, by the hashes of its files.

insert into publication (run_id, unit, period, manifest, report, observations)
values (?, ?, ?, ?, ?, ?)
