-- What the sender says to a finding, in a copy that came back.
alter table finding
    add column answer_reason text,
    add column answer_text text,
    add check ((answer_reason is null) = (answer_text is null));
