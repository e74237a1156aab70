-- What the sheets say of the units that are rolled up anew; filled by statements.sql and for combined periods.

create temporary table said (unit text, measure text, form text, is_combined boolean,
    submission_id bigint, is_own boolean, part numeric, whole numeric, children numeric, marks integer,
    combined_total numeric, of_periods text[]) on commit drop
