-- Adds what is wrong with a file.

insert into finding (file_id, code, severity, unit, form, period, file, sheet, cell, value,
    expected, details, measure, answer_reason, answer_text)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
