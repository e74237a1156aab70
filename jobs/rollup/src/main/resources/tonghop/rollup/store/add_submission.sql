-- Adds what one sheet says; gives its number.

insert into submission (file_id, sheet, form, unit, period, state, observation_cells,
    blank_cells, control_cells, note_cells, rejected_cells, declared_from, declared_to)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
