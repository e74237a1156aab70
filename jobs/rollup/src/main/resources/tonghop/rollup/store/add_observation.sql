-- Adds an observation of a sheet.

insert into observation (submission_id, ordinal, unit, row_label, row_number, measure, value, qualifier, scope, cell, raw)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
