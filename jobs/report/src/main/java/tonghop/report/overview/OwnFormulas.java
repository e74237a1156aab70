package tonghop.report.overview;

import java.util.Collection;
import java.util.List;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.eval.NotImplementedException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The formulas that a province has put into its layout: what they came to in the layout is not what they come to now.
 */
final class OwnFormulas {

    private OwnFormulas() {}

    /** Whether a workbook that is not filled yet has any. */
    static boolean areIn(XSSFWorkbook layout) {
        for (int index = 0; index < layout.getNumberOfSheets(); index++) {
            for (Row row : layout.getSheetAt(index)) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Calculates those that stand outside of the lines of {@code placed}; the reader's program does so once more. */
    static void calculate(XSSFWorkbook workbook, List<XSSFSheet> sheets, Collection<Placed> placed) {
        // Functions that we do not know, and observations that are only streamed to the disk, are left to it.
        workbook.setForceFormulaRecalculation(true);
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        evaluator.setIgnoreMissingWorkbooks(true);
        for (XSSFSheet sheet : sheets) {
            for (Row row : sheet) {
                boolean isOurs = Placed.isLine(placed, sheet, row.getRowNum());
                for (Cell cell : row) {
                    if (!isOurs && cell.getCellType() == CellType.FORMULA) {
                        calculate(cell, evaluator);
                    }
                }
            }
        }
    }

    private static void calculate(Cell cell, FormulaEvaluator evaluator) {
        try {
            evaluator.evaluateFormulaCell(cell);
        } catch (NotImplementedException | FormulaParseException e) {
            // Without a value rather than with one of another day.
            String formula = cell.getCellFormula();
            cell.setBlank();
            cell.setCellFormula(formula);
        }
    }
}
