-- When anything was last recorded.

select greatest(
    (select max(recorded_at) from file),
    (select max(recorded_at) from withdrawal),
    (select max(recorded_at) from seal))
