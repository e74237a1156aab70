-- Notes the catalogue and version that the totals of a period stand on.
--
-- In:   :period, :basis

insert into rolled_up_basis (period, basis) values (:period, :basis)
on conflict (period) do update set basis = excluded.basis
