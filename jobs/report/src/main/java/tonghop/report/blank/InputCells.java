package tonghop.report.blank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;

/** Opens the cells that the sender fills in, says what belongs into them, and locks everything else. */
final class InputCells {

    private static final int LONGEST_PROMPT = 255;
    private static final String UNIT = "unit";
    private static final String DATE_LINE = "ngày …";

    private final EntryTable table;
    private final CheckSheet checks;
    private final XSSFSheet sheet;
    private final Map<XSSFCellStyle, XSSFCellStyle> unlocked = new HashMap<>();

    private InputCells(EntryTable table, CheckSheet checks) {
        this.table = table;
        this.checks = checks;
        this.sheet = table.sheet();
    }

    /**
     * Prepares the cells of {@code table}.
     *
     * @param open cells of the head that the sender fills in
     */
    static void prepare(EntryTable table, CheckSheet checks, List<XSSFCell> open) {
        InputCells cells = new InputCells(table, checks);
        open.forEach(cells::unlock);
        cells.unlockDateLine();
        table.rows().forEach(cells::unlockRow);
        table.form().columns().forEach(cells::validate);
        // Without a password: it keeps from slips, not from intent. Widths may be changed.
        XSSFSheet sheet = table.sheet();
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.setActiveCell(new CellAddress(table.firstRow(), table.firstColumn()));
    }

    private void unlockRow(int row) {
        for (Form.Column column : table.form().columns()) {
            if (table.isEntered(column, row)) {
                unlock(row, table.columnOf(column.no()));
            }
        }
        table.noteColumn().ifPresent(column -> unlock(row, column));
        if (table.isLabelOpen(row)) {
            unlock(row, table.labelColumn());
        }
    }

    /** The day of signing stands below the table. */
    private void unlockDateLine() {
        for (int index = table.lastRow() + 1; index <= sheet.getLastRowNum(); index++) {
            Row row = sheet.getRow(index);
            if (row != null) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().contains(DATE_LINE)) {
                        unlock((XSSFCell) cell);
                    }
                }
            }
        }
    }

    private void unlock(int row, int column) {
        unlock(sheet.getRow(row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK));
    }

    private void unlock(XSSFCell cell) {
        cell.setCellStyle(unlocked.computeIfAbsent(cell.getCellStyle(), style -> {
            XSSFCellStyle open = style.copy();
            open.setLocked(false);
            return open;
        }));
    }

    private void validate(Form.Column column) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        Measure measure = column.measure();
        if (measure != null) {
            boolean isWhole = measure.decimals() == 0;
            String kind = isWhole ? "số nguyên" : "số";
            String what = "%s không âm (%s)".formatted(kind, measure.unitOfCount());
            add(
                    column,
                    numbers(helper, measure),
                    "%s. Nhập %s; không có số liệu thì để trống, không phát sinh thì ghi 0."
                            .formatted(column.label(), what),
                    "Cột %d phải là %s.".formatted(column.no(), what),
                    true);
            return;
        }
        String list = UNIT.equals(column.attribute()) ? checks.unitList() : checks.wordList(column.no());
        if (!list.isEmpty()) {
            boolean isClosed = !column.values().isEmpty();
            add(
                    column,
                    helper.createFormulaListConstraint(list),
                    "%s. Chọn trong danh sách%s.".formatted(column.label(), isClosed ? "" : " hoặc tự ghi"),
                    "Cột %d phải là một trong các mục của danh sách.".formatted(column.no()),
                    isClosed);
        }
    }

    private static DataValidationConstraint numbers(DataValidationHelper helper, Measure measure) {
        if (measure.decimals() == 0) {
            return helper.createIntegerConstraint(OperatorType.GREATER_OR_EQUAL, "0", null);
        }
        return CheckFormulas.isRate(measure)
                ? helper.createDecimalConstraint(OperatorType.BETWEEN, "0", CheckFormulas.HIGHEST_RATE)
                : helper.createDecimalConstraint(OperatorType.GREATER_OR_EQUAL, "0", null);
    }

    private void add(
            Form.Column column, DataValidationConstraint constraint, String prompt, String error, boolean isStrict) {
        CellRangeAddressList cells = new CellRangeAddressList();
        int index = table.columnOf(column.no());
        cells.addCellRangeAddress(table.firstRow(), index, table.lastRow(), index);
        table.totalRow().stream()
                .filter(row -> table.isEntered(column, row))
                .forEach(row -> cells.addCellRangeAddress(row, index, row, index));
        DataValidation validation = sheet.getDataValidationHelper().createValidation(constraint, cells);
        validation.setEmptyCellAllowed(true);
        validation.setSuppressDropDownArrow(true);
        validation.setShowPromptBox(true);
        validation.createPromptBox("Cột " + column.no(), shortened(prompt));
        validation.setShowErrorBox(isStrict);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox("Cột " + column.no(), error);
        sheet.addValidationData(validation);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_PROMPT ? text : text.substring(0, LONGEST_PROMPT - 1) + "…";
    }
}
