package tonghop.launch;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import tonghop.domain.form.TableRow;

/** Totals, groups, notes and labels where nobody expects them. */
final class RowDamages {

    private RowDamages() {}

    static List<Damage> ofRows() {
        return List.of(
                Damage.of("with its totals at the top", RowDamages::totalsToTop),
                Damage.of(
                        "with totals called by another name",
                        table -> relabel(table, TableRow.Kind.TOTAL, "TỔNG CỘNG:")),
                Damage.of(
                        "with totals called as nobody expects", table -> relabel(table, TableRow.Kind.TOTAL, "Tất cả")),
                Damage.of("with a group row over its data", table -> addSum(table, "I", "Các đơn vị trực thuộc")),
                Damage.of("with a sum that has no name of a total", table -> addSum(table, "", "Khối hành chính")),
                Damage.of("with a unit's row twice", RowDamages::doubleRow),
                Damage.of("with notes and signatures under it", RowDamages::sign),
                Damage.of("with a note among the data", RowDamages::noteAmongData),
                Damage.of("with two label cells merged", table -> {
                    if (table.isList() || table.leaves().size() < 2) {
                        return false;
                    }
                    int row = table.leaves().get(0).number() - 1;
                    int column = table.labelColumn();
                    if (table.leaves().get(1).number() - 1 != row + 1) {
                        return false;
                    }
                    table.cell(row + 1, column).setBlank();
                    table.sheet().addMergedRegionUnsafe(new CellRangeAddress(row, row + 1, column, column));
                    return true;
                }));
    }

    private static boolean totalsToTop(SampleTable table) {
        List<TableRow> totals = table.clean().rows().stream()
                .filter(row -> row.kind() == TableRow.Kind.TOTAL)
                .toList();
        if (totals.size() != 1
                || totals.get(0).number() - 1 != table.lastRow()
                || table.leaves().isEmpty()) {
            return false;
        }
        List<Object> values = new ArrayList<>();
        Row total = table.sheet().getRow(table.lastRow());
        for (int column = 0; column < total.getLastCellNum(); column++) {
            values.add(SampleTable.valueOf(table.cell(table.lastRow(), column)));
        }
        table.sheet().removeRow(total);
        table.sheet().shiftRows(table.firstRow(), table.sheet().getLastRowNum(), 1);
        for (int column = 0; column < values.size(); column++) {
            SampleTable.put(table.cell(table.firstRow(), column), values.get(column));
        }
        return true;
    }

    private static boolean relabel(SampleTable table, TableRow.Kind kind, String label) {
        List<TableRow> rows =
                table.clean().rows().stream().filter(row -> row.kind() == kind).toList();
        rows.forEach(row -> SampleTable.put(table.cell(row.labelCell()), label));
        return !rows.isEmpty();
    }

    /** A row above all others with their sums. */
    private static boolean addSum(SampleTable table, String ordinal, String label) {
        if (table.isList() || table.leaves().size() < 2 || table.labelColumn() == 0) {
            return false;
        }
        List<TableRow> leaves = table.leaves();
        int at = leaves.get(0).number() - 1;
        table.sheet().shiftRows(at, table.sheet().getLastRowNum(), 1);
        SampleTable.put(table.cell(at, table.labelColumn() - 1), ordinal);
        SampleTable.put(table.cell(at, table.labelColumn()), label);
        table.columns().forEach((number, column) -> {
            boolean adds = table.clean().form().column(number).stream()
                    .anyMatch(
                            found -> found.measure() != null && found.measure().addsOverUnits());
            double sum = leaves.stream()
                    .filter(row -> row.entries().containsKey(number))
                    .mapToDouble(row -> row.entries().get(number).value().doubleValue())
                    .sum();
            SampleTable.put(table.cell(at, column), adds ? (Object) sum : "");
        });
        return true;
    }

    private static boolean doubleRow(SampleTable table) {
        if (table.units().isEmpty()) {
            return false;
        }
        int row = table.units().get(0).number() - 1;
        table.sheet().shiftRows(row + 1, table.sheet().getLastRowNum(), 1);
        for (Cell cell : table.sheet().getRow(row)) {
            SampleTable.put(table.cell(row + 1, cell.getColumnIndex()), SampleTable.valueOf(cell));
        }
        return true;
    }

    private static boolean sign(SampleTable table) {
        int row = table.sheet().getLastRowNum() + 2;
        int column = table.columns().isEmpty()
                ? table.labelColumn() + 2
                : table.columns().lastEntry().getValue();
        SampleTable.put(table.cell(row, 0), "30. Ghi chú: 5 vụ chuyển kỳ sau");
        SampleTable.put(table.cell(row + 1, column), "…, ngày 15 tháng 12 năm 2023");
        SampleTable.put(table.cell(row + 2, table.labelColumn()), "NGƯỜI LẬP BIỂU");
        SampleTable.put(table.cell(row + 2, column), "THỦ TRƯỞNG ĐƠN VỊ");
        SampleTable.put(table.cell(row + 6, column), "Đã ký");
        return true;
    }

    private static boolean noteAmongData(SampleTable table) {
        if (table.leaves().size() < 2) {
            return false;
        }
        int at = table.leaves().get(table.leaves().size() - 1).number() - 1;
        table.sheet().shiftRows(at, table.sheet().getLastRowNum(), 1);
        SampleTable.put(table.cell(at, table.labelColumn()), "Ghi chú: số liệu của đơn vị dưới đây gửi sau");
        return true;
    }
}
