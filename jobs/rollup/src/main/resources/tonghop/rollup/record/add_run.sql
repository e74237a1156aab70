-- Notes a run that wrote something; gives its number.

insert into run
    (code, recorded_at, version, catalogue, forms, indicators, units, calendar, rules, reports)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
