-- The sheets that count in the periods that are rolled up now.

create temporary table counting (submission_id bigint primary key, period text not null,
    sender text not null, form text not null, arrival bigint not null) on commit drop
