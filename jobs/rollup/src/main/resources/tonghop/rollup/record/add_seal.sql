-- Closes or reopens a period.

insert into seal
    (period, action, reason, recorded_at, digest, catalogue, version, last_file, content, last_night)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, (select coalesce(max(number), 0) from night)) returning *
