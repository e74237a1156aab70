package tonghop.report.blank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.form.Measure;
import tonghop.domain.form.RowWords;
import tonghop.report.words.RuleText;
import tonghop.spreadsheet.CellAddress;

/**
 * The hidden sheet with the checks of a form, and the margin in which their messages are read.
 *
 * <p>A cell of the hidden sheet under the address of a cell for entry holds its number as it counts, or what is wrong
 * with it. Right of these stands a column for each check of a whole row, errors before warnings, and right of them the
 * lists of words to choose from. So no formula is longer than can be read, and the margin only joins texts.
 */
final class CheckSheet {

    private static final int MARGIN_LETTERS = 100;
    private static final int GAP_LETTERS = 2;
    private static final int WIDTH_UNITS = 256;
    private static final String TYPEFACE = "Times New Roman";
    private static final short MESSAGE_POINTS = 11;
    private static final short VERDICT_POINTS = 14;
    private static final String UNIT = "unit";
    private static final String NAME = "name";

    private final EntryTable table;
    private final CheckFormulas formulas;
    private final XSSFSheet hidden;
    private final List<Check> checks = new ArrayList<>();
    private final Map<Integer, String> wordLists = new HashMap<>();
    private String unitList = "";
    private int nextListColumn;

    /**
     * A check of a whole row.
     *
     * @param marker how its message begins, after 'LỖI' or 'CẢNH BÁO'
     * @param columns the form's columns that it speaks of; none: the row's label
     */
    record Check(Severity severity, String marker, List<Integer> columns, IntFunction<String> formula) {}

    private CheckSheet(EntryTable table, XSSFSheet hidden) {
        this.table = table;
        this.hidden = hidden;
        this.formulas = new CheckFormulas(table);
    }

    /**
     * Writes sheet and margin for {@code table}.
     *
     * @param unitNames what a list's column of units offers to choose
     */
    static CheckSheet write(EntryTable table, Definitions definitions, Collection<String> unitNames) {
        XSSFWorkbook workbook = table.sheet().getWorkbook();
        CheckSheet sheet = new CheckSheet(table, workbook.createSheet(CheckFormulas.SHEET));
        sheet.collectChecks(definitions);
        sheet.writeLists(unitNames, definitions.words());
        sheet.writeCells();
        sheet.writeChecks();
        sheet.writeTotals();
        sheet.writeMargin();
        sheet.hidden.enableLocking();
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet.hidden), SheetVisibility.VERY_HIDDEN);
        return sheet;
    }

    List<Check> checks() {
        return checks;
    }

    /** Where the words stand that the column may take; empty if it may take any. */
    String wordList(int column) {
        return wordLists.getOrDefault(column, "");
    }

    /** Where the names of units stand that a list may choose from; empty if there are none. */
    String unitList() {
        return unitList;
    }

    private void collectChecks(Definitions definitions) {
        if (!table.isList()) {
            checks.add(new Check(Severity.ERROR, CheckFormulas.LABEL, List.of(), this::labelCheck));
        }
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            table.form().rules().stream()
                    .filter(rule -> rule.severity() == severity)
                    .distinct()
                    .forEach(this::addRule);
        }
        RateFormula rates = new RateFormula(table, formulas);
        for (Form.Column column : table.form().columns()) {
            rates.indicatorOf(column, definitions)
                    .ifPresent(indicator -> checks.add(new Check(
                            Severity.WARNING,
                            RateFormula.marker(column.no()),
                            List.of(column.no()),
                            row -> rates.of(column, indicator, row))));
        }
        nextListColumn = firstCheckColumn() + checks.size() + 1;
    }

    private void addRule(FormRule rule) {
        int column = firstCheckColumn() + checks.size();
        checks.add(
                new Check(rule.severity(), RuleText.of(rule), rule.columns(), row -> formulas.rule(rule, row, column)));
        if (rule.hasTotal()) {
            checks.add(new Check(
                    Severity.WARNING,
                    RuleText.ofBlankTotal(rule),
                    rule.columns(),
                    row -> formulas.blankTotal(rule, row, column)));
        }
    }

    private String labelCheck(int row) {
        return table.isLabelOpen(row) ? formulas.label(row, wordLists.getOrDefault(0, "")) : "\"\"";
    }

    private int firstCheckColumn() {
        return table.lastColumn() + 2;
    }

    private void writeLists(Collection<String> unitNames, RowWords words) {
        if (!table.isList()) {
            Stream<String> sums = Stream.of(words.totals(), words.groups())
                    .flatMap(some -> some.stream().sorted());
            // Column 0 is no column of a form: the words of rows that only sum up.
            wordLists.put(0, list(sums.distinct().toList()));
        }
        for (Form.Column column : table.form().columns()) {
            if (!column.values().isEmpty()) {
                wordLists.put(column.no(), list(column.values()));
            }
            if (UNIT.equals(column.attribute()) && !unitNames.isEmpty()) {
                unitList = list(unitNames);
            }
        }
    }

    private String list(Collection<String> words) {
        int row = 0;
        for (String word : words) {
            cell(row++, nextListColumn).setCellValue(word);
        }
        return CheckFormulas.SHEET + "!" + CellAddress.range(0, row - 1, nextListColumn, nextListColumn++);
    }

    private void writeCells() {
        for (Form.Column column : table.form().columns()) {
            table.rows().forEach(row -> {
                String formula = cellFormula(column, row);
                if (!formula.isEmpty()) {
                    cell(row, table.columnOf(column.no())).setCellFormula(formula);
                }
            });
        }
    }

    private String cellFormula(Form.Column column, int row) {
        if (column.measure() != null) {
            return formulas.number(column.measure(), column.no(), row);
        }
        if (NAME.equals(column.attribute())) {
            return formulas.name(column.no(), row);
        }
        return column.values().isEmpty() ? "" : formulas.word(column.no(), row, wordList(column.no()));
    }

    private void writeChecks() {
        for (int index = 0; index < checks.size(); index++) {
            Check check = checks.get(index);
            int column = firstCheckColumn() + index;
            table.rows()
                    .forEach(row ->
                            cell(row, column).setCellFormula(check.formula().apply(row)));
        }
    }

    /** The sums of the total row, and under it in the hidden sheet whether they are. */
    private void writeTotals() {
        table.totalRow().ifPresent(row -> {
            for (Form.Column column : table.form().columns()) {
                Measure measure = column.measure();
                if (measure != null && !table.isEntered(column, row)) {
                    int index = table.columnOf(column.no());
                    String parts =
                            CellAddress.text(table.firstRow(), index) + ":" + CellAddress.text(table.lastRow(), index);
                    Cell total = CellUtil.getCell(table.sheet().getRow(row), index);
                    // A column without figures has no total, least of all nought.
                    total.setCellFormula("IF(COUNT(%s)=0,\"\",SUM(%s))".formatted(parts, parts));
                    cell(row + 1, index).setCellFormula(formulas.total(column.no(), row));
                }
            }
        });
    }

    private void writeMargin() {
        XSSFSheet sheet = table.sheet();
        XSSFCellStyle style = style(MESSAGE_POINTS);
        int margin = table.margin();
        sheet.setColumnWidth(margin - 1, GAP_LETTERS * WIDTH_UNITS);
        sheet.setColumnWidth(margin, MARGIN_LETTERS * WIDTH_UNITS);
        table.rows().forEach(row -> {
            XSSFCell message = sheet.getRow(row).createCell(margin);
            message.setCellStyle(style);
            message.setCellFormula(messages(row));
        });
        writeCounts();
        XSSFCell verdict = sheet.getRow(verdictRow()).createCell(margin);
        verdict.setCellStyle(verdictStyle());
        String errors = CheckFormulas.SHEET + "!$A$1";
        String warnings = CheckFormulas.SHEET + "!$A$2";
        String passed = "IF(%s>0,\"ĐẠT, CÒN \"&%s&\" CẢNH BÁO\",\"ĐẠT\")".formatted(warnings, warnings);
        String judged =
                "IF(%s>0,\"CÒN \"&%s&\" LỖI, \"&%s&\" CẢNH BÁO\",%s)".formatted(errors, errors, warnings, passed);
        verdict.setCellFormula("IF(%s!$A$3=0,\"CHƯA CÓ SỐ LIỆU\",%s)".formatted(CheckFormulas.SHEET, judged));
    }

    private XSSFCellStyle style(short points) {
        XSSFCellStyle style = hidden.getWorkbook().createCellStyle();
        XSSFFont font = hidden.getWorkbook().createFont();
        font.setFontName(TYPEFACE);
        font.setFontHeightInPoints(points);
        style.setFont(font);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFCellStyle verdictStyle() {
        XSSFCellStyle style = style(VERDICT_POINTS);
        style.getFont().setBold(true);
        style.setBorderTop(BorderStyle.MEDIUM);
        style.setBorderBottom(BorderStyle.MEDIUM);
        style.setBorderLeft(BorderStyle.MEDIUM);
        style.setBorderRight(BorderStyle.MEDIUM);
        return style;
    }

    /** Errors, warnings and filled cells of the sheet, in the first cells of the hidden one. */
    private void writeCounts() {
        int last = table.totalRow().orElse(table.lastRow());
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            int column = nextListColumn++;
            table.rows().forEach(row -> {
                String message = formulas.source(row, table.margin());
                cell(row, column).setCellFormula(count(severity, message));
            });
            cell(severity == Severity.ERROR ? 0 : 1, 0)
                    .setCellFormula("SUM(%s)".formatted(CellAddress.range(table.firstRow(), last, column, column)));
        }
        cell(2, 0).setCellFormula(filled());
    }

    /** Beside the lowest row of headings, which stays in sight. */
    int verdictRow() {
        return table.numberRow() - 1;
    }

    /** What is wrong in a row: first in its cells, then in its total, then between its cells. */
    private String messages(int row) {
        List<String> parts = new ArrayList<>();
        for (Form.Column column : table.form().columns()) {
            int index = table.columnOf(column.no());
            if (!cellFormula(column, row).isEmpty()) {
                parts.add("T(%s!%s)".formatted(CheckFormulas.SHEET, CellAddress.text(row, index)));
            }
            if (table.isTotal(row) && !table.isEntered(column, row)) {
                parts.add(CheckFormulas.SHEET + "!" + CellAddress.text(row + 1, index));
            }
        }
        for (int index = 0; index < checks.size(); index++) {
            parts.add(CheckFormulas.SHEET + "!" + CellAddress.text(row, firstCheckColumn() + index));
        }
        return String.join("&", parts);
    }

    /** How often messages of {@code severity} stand in a margin. */
    private static String count(Severity severity, String message) {
        String prefix = CheckFormulas.prefix(severity);
        return "(LEN(%s)-LEN(SUBSTITUTE(%s,\"%s\",\"\")))/%d".formatted(message, message, prefix, prefix.length());
    }

    private String filled() {
        int lastRow = table.totalRow().orElse(table.lastRow());
        String entered =
                CellAddress.range(table.firstRow(), table.lastRow(), table.firstColumn(), table.lastEntryColumn());
        String numbers = CellAddress.range(table.firstRow(), lastRow, table.firstColumn(), table.lastEntryColumn());
        return "COUNTA(%s)+COUNT(%s)".formatted(formulas.inForm(entered), numbers);
    }

    private XSSFCell cell(int row, int column) {
        return (XSSFCell) CellUtil.getCell(CellUtil.getRow(row, hidden), column);
    }
}
