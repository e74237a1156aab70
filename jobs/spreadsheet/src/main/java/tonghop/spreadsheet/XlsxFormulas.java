package tonghop.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;
import tonghop.spreadsheet.text.VietnameseText;

/** Computes formulas for which a workbook holds no value, as some programs leave them. Only here POI loads an .xlsx. */
final class XlsxFormulas {

    private final FormulaEvaluator evaluator;
    private final CellValues values;

    private XlsxFormulas(Workbook workbook, CellValues values) {
        this.evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        this.values = values;
    }

    /** Replaces the formulas by their values; what cannot be computed stays the error cell that it is. */
    static void compute(
            Path file,
            ZipParts parts,
            Map<GridBuilder, List<XlsxSheet.Uncomputed>> uncomputed,
            CellValues values,
            Budget budget)
            throws UnreadableFileException {
        try (Workbook workbook = open(file, parts)) {
            XlsxFormulas formulas = new XlsxFormulas(workbook, values);
            leaveVolatile(uncomputed);
            for (Map.Entry<GridBuilder, List<XlsxSheet.Uncomputed>> sheet : uncomputed.entrySet()) {
                formulas.compute(workbook.getSheet(sheet.getKey().sheet()), sheet.getKey(), sheet.getValue(), budget);
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // POI refuses some workbooks that we read, in many ways; their formulas stay errors, each with a finding.
            return;
        }
    }

    /**
     * Leaves out formulas such as {@code NOW()}, and those that read one: they give something else each time, and what
     * the sender saw is not in the file.
     */
    private static void leaveVolatile(Map<GridBuilder, List<XlsxSheet.Uncomputed>> uncomputed) {
        Map<String, Set<CellAddress>> changing = new HashMap<>();
        boolean isNew = true;
        while (isNew) {
            isNew = false;
            for (Map.Entry<GridBuilder, List<XlsxSheet.Uncomputed>> sheet : uncomputed.entrySet()) {
                String name = sheet.getKey().sheet();
                for (XlsxSheet.Uncomputed cell : sheet.getValue()) {
                    CellAddress address = new CellAddress(cell.row(), cell.column());
                    Set<CellAddress> known = changing.computeIfAbsent(name, none -> new HashSet<>());
                    isNew |= isChanging(cell.formula(), name, changing) && known.add(address);
                }
            }
        }
        uncomputed.forEach((sheet, cells) -> cells.removeIf(cell ->
                changing.getOrDefault(sheet.sheet(), Set.of()).contains(new CellAddress(cell.row(), cell.column()))));
    }

    private static boolean isChanging(Formula formula, String own, Map<String, Set<CellAddress>> changing) {
        return formula.isVolatile()
                || formula.areas().stream()
                        .anyMatch(area ->
                                changing.getOrDefault(area.sheet().isEmpty() ? own : area.sheet(), Set.of()).stream()
                                        .anyMatch(cell -> cell.isWithin(area.first(), area.last())));
    }

    /** POI opens no workbook with a damaged part, though a formula may need no picture. */
    private static Workbook open(Path file, ZipParts parts) throws IOException {
        List<String> damaged = parts.damaged();
        return damaged.isEmpty()
                ? WorkbookFactory.create(file.toFile(), null, true)
                : WorkbookFactory.create(new ByteArrayInputStream(parts.without(damaged)));
    }

    private void compute(@Nullable Sheet sheet, GridBuilder grid, List<XlsxSheet.Uncomputed> formulas, Budget budget)
            throws UnreadableFileException {
        for (XlsxSheet.Uncomputed formula : formulas) {
            budget.checkTime();
            Row row = sheet == null ? null : sheet.getRow(formula.row());
            Cell cell = row == null ? null : row.getCell(formula.column());
            if (cell != null) {
                Grid.Cell value = value(cell, formula);
                grid.replace(formula.row(), formula.column(), value == null ? null : value.from(Grid.Origin.COMPUTED));
            }
        }
    }

    private Grid.@Nullable Cell value(Cell cell, XlsxSheet.Uncomputed formula) {
        try {
            CellValue value = evaluator.evaluate(cell);
            if (value == null) {
                return null;
            }
            return switch (value.getCellType()) {
                case STRING ->
                    VietnameseText.isBlank(value.getStringValue()) ? null : CellValues.text(value.getStringValue());
                case NUMERIC -> values.number(value.getNumberValue(), formula.format());
                case BOOLEAN -> CellValues.logical(value.getBooleanValue());
                case ERROR -> CellValues.error(error(value.getErrorValue()));
                default -> null;
            };
        } catch (RuntimeException | StackOverflowError e) {
            // Functions that POI does not know and links to other workbooks end in various unchecked exceptions.
            return CellValues.error("=" + cell.getCellFormula());
        }
    }

    static String error(byte code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#" + code;
    }
}
