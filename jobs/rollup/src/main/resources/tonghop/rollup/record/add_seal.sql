-- Closes or reopens a period.

insert into seal
    (period, action, reason, recorded_at, digest, catalogue, version, last_file, content)
values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning *
