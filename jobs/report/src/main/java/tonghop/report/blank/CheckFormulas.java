package tonghop.report.blank;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.ColumnSum;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.form.NilReturn;
import tonghop.report.sheet.SheetNames;
import tonghop.report.words.RuleText;
import tonghop.spreadsheet.CellAddress;

/**
 * The checks of a form as spreadsheet formulas; each gives a message, or an empty text where nothing is wrong.
 *
 * <p>A number that is wrong by itself counts as not given in the rules, as it does when the sheet is read. Nothing but
 * functions that every spreadsheet program has had for decades.
 */
final class CheckFormulas {

    /** The sheet that holds them. */
    static final String SHEET = "kiemtra";

    static final String HIGHEST_RATE = "1000";

    /** As read: a cross is a blank, and these words are nought of what is counted. */
    private static final String CROSS = "|x|";

    private static final String NIL = "|" + String.join("|", NilReturn.words()) + "|";

    /** Below what anybody writes and above what binary fractions lose. */
    private static final int EXACT_DECIMALS = 9;

    private static final String NOTHING = "\"\"";

    private final EntryTable table;
    private final String source;

    CheckFormulas(EntryTable table) {
        this.table = table;
        this.source = SheetNames.quoted(table.sheet().getSheetName()) + "!";
    }

    /** What a message of {@code severity} begins with, so that it can be told without its colour. */
    static String prefix(Severity severity) {
        return severity == Severity.ERROR ? "LỖI: " : "CẢNH BÁO: ";
    }

    /** How messages about a single cell of a column begin. */
    static String cellMarker(int column) {
        return "Ô cột %d ".formatted(column);
    }

    /** How the message begins that a total is not the sum of its rows. */
    static String totalMarker(int column) {
        return "Tổng cột %d ".formatted(column);
    }

    static boolean isRate(Measure measure) {
        return measure.nature() == Nature.DECLARED && measure.unitOfCount().equals("%");
    }

    /** The number of a cell as it counts; an empty text if there is none; what is wrong with it, if something is. */
    String number(Measure measure, int column, int row) {
        String cell = source(row, table.columnOf(column));
        String key = "\"|\"&LOWER(TRIM(%s))&\"|\"".formatted(cell);
        String checked = cell;
        if (isRate(measure)) {
            String message = cellMessage(column, "là tỷ lệ phần trăm, không thể lớn hơn " + HIGHEST_RATE);
            checked = choice(cell + ">" + HIGHEST_RATE, message, checked);
        }
        if (measure.decimals() == 0) {
            checked = choice(cell + "<>INT(" + cell + ")", cellMessage(column, "phải là số nguyên"), checked);
        }
        checked = choice(cell + "<0", cellMessage(column, "không được là số âm"), checked);
        String nil = measure.nature().hasNought() ? "0" : NOTHING;
        String text = choice("ISNUMBER(FIND(%s,\"%s\"))".formatted(key, NIL), nil, cellMessage(column, "phải là số"));
        text = choice("ISNUMBER(FIND(%s,\"%s\"))".formatted(key, CROSS), NOTHING, text);
        text = choice("TRIM(%s)=\"\"".formatted(cell), NOTHING, text);
        String given = choice("ISNUMBER(" + cell + ")", checked, text);
        return choice("ISERROR(" + cell + ")", cellMessage(column, "có công thức hỏng"), given);
    }

    /** A text of a list that must be one of the words in {@code list}. */
    String word(int column, int row, String list) {
        String cell = source(row, table.columnOf(column));
        String isKnown = "OR(TRIM(%s)=\"\",COUNTIF(%s,TRIM(%s))>0)".formatted(cell, list, cell);
        return choice(
                "OR(" + isLeftOpen(row) + "," + isKnown + ")",
                NOTHING,
                cellMessage(column, "không có trong danh sách để chọn"));
    }

    /** The name of a list's item, which must not lack where anything else of it is written. */
    String name(int column, int row) {
        String cell = source(row, table.columnOf(column));
        String rest = inForm(CellAddress.range(row, row, table.firstColumn(), table.lastEntryColumn()));
        return choice(
                "AND(TRIM(%s)=\"\",COUNTA(%s)>0)".formatted(cell, rest), cellMessage(column, "chưa ghi tên"), NOTHING);
    }

    /** A list may be left open by dots in place of a name. */
    private String isLeftOpen(int row) {
        return "ISNUMBER(FIND(\"|\"&TRIM(%s)&\"|\",\"|…|..|...|v.v|v.v.|v.v…|v.v.…|\"))"
                .formatted(source(row, table.labelColumn()));
    }

    /**
     * A rule in one row; in the total row only where nothing is said of it in any row above, which is mended first.
     *
     * @param checkColumn the first of those in which something is said of it
     */
    String rule(FormRule rule, int row, int checkColumn) {
        String left = sum(rule.left(), row);
        String right = sum(rule.right(), row);
        String difference = "ROUND(%s-(%s),%d)".formatted(left, right, EXACT_DECIMALS);
        String broken = difference
                + switch (rule.relation()) {
                    case EQUAL -> "<>0";
                    case AT_MOST -> ">0";
                    case AT_LEAST -> "<0";
                };
        String message = "\"%s%s %s\"&ABS(%s)&\"; \""
                .formatted(prefix(rule.severity()), RuleText.of(rule), RuleText.differenceOf(rule), difference);
        String comparable = isStated(rule.left(), row) + "," + isStated(rule.right(), row) + ","
                + unbrokenAbove(rule, row, checkColumn);
        return choice("AND(%s%s)".formatted(comparable, broken), message, NOTHING);
    }

    /** That the total of an equation is not blank beside its parts; under the same condition. */
    String blankTotal(FormRule rule, int row, int checkColumn) {
        String parts = sum(rule.right(), row);
        String condition = "COUNT(%s)=0,%s,%sROUND(%s,%d)<>0"
                .formatted(
                        cells(rule.left().columns().stream(), row),
                        isAddedTo(rule.right(), row),
                        unbrokenAbove(rule, row, checkColumn),
                        parts,
                        EXACT_DECIMALS);
        return choice(
                "AND(" + condition + ")",
                "\"%s%s \"&%s&\"; \"".formatted(prefix(Severity.WARNING), RuleText.ofBlankTotal(rule), parts),
                NOTHING);
    }

    private String unbrokenAbove(FormRule rule, int row, int checkColumn) {
        int last = rule.hasTotal() ? checkColumn + 1 : checkColumn;
        return table.isTotal(row)
                ? "COUNTIF(%s,\"?*\")=0,"
                        .formatted(CellAddress.range(table.firstRow(), table.lastRow(), checkColumn, last))
                : "";
    }

    /** That the total of a column is the sum of its rows; empty where no row gives it. */
    String total(int column, int totalRow) {
        int index = table.columnOf(column);
        String parts = CellAddress.range(table.firstRow(), table.lastRow(), index, index);
        String stated = CellAddress.text(totalRow, index);
        String difference = "ROUND(%s-SUM(%s),%d)".formatted(number(stated), parts, EXACT_DECIMALS);
        return choice(
                "AND(ISNUMBER(%s),COUNT(%s)>0,%s<>0)".formatted(stated, parts, difference),
                "\"%s%skhác cộng các dòng: đang lệch \"&ABS(%s)&\"; \""
                        .formatted(prefix(Severity.ERROR), totalMarker(column), difference),
                NOTHING);
    }

    /** A label that the sender wrote: missing beside figures, or that of a row that is there already. */
    String label(int row, String words) {
        String cell = source(row, table.labelColumn());
        String figures = inForm(CellAddress.range(row, row, table.firstColumn(), table.lastEntryColumn()));
        String others =
                inForm(CellAddress.range(table.firstRow(), table.lastRow(), table.labelColumn(), table.labelColumn()));
        String sum = choice(
                "COUNTIF(%s,TRIM(%s))>0".formatted(words, cell),
                labelMessage("không ghi dòng cộng ở đây, dòng tổng tự cộng"),
                NOTHING);
        if (table.form().rows() == Form.Rows.CATEGORIES) {
            return choice("TRIM(%s)=\"\"".formatted(cell), NOTHING, sum);
        }
        String twice =
                choice("COUNTIF(%s,TRIM(%s))>1".formatted(others, cell), labelMessage("trùng với một dòng khác"), sum);
        // A single row without a label is the sender's own.
        String unnamed = choice(
                "AND(COUNTA(%s)>0,COUNTA(%s)>0)".formatted(figures, others), labelMessage("chưa ghi đơn vị"), NOTHING);
        return choice("TRIM(%s)=\"\"".formatted(cell), unnamed, twice);
    }

    private static String labelMessage(String what) {
        return "\"%s%s %s; \"".formatted(prefix(Severity.ERROR), LABEL, what);
    }

    /** How messages about a row's label begin. */
    static final String LABEL = "Tên dòng";

    /** The sum over a row, of what counts as a number; blanks add nothing. */
    String sum(ColumnSum sum, int row) {
        return sum.written("*", column -> number(cell(column, row)));
    }

    /** Whether any column of the sum has a value. */
    String isStated(ColumnSum sum, int row) {
        return "COUNT(%s)>0".formatted(cells(sum.columns().stream(), row));
    }

    /** Whether any column that the sum adds, rather than subtracts, has a value. */
    private String isAddedTo(ColumnSum sum, int row) {
        Stream<Integer> added =
                sum.terms().stream().filter(term -> term.factor() > 0).map(ColumnSum.Term::column);
        return "COUNT(%s)>0".formatted(cells(added, row));
    }

    private String cells(Stream<Integer> columns, int row) {
        return columns.distinct().map(column -> cell(column, row)).collect(Collectors.joining(","));
    }

    /** The checked number of a column in the hidden sheet. */
    String cell(int column, int row) {
        return CellAddress.text(row, table.columnOf(column));
    }

    /** Of a text, nought: what is wrong with a cell is text. */
    private static String number(String cell) {
        return "SUM(" + cell + ")";
    }

    /** A cell of the form itself. */
    String source(int row, int column) {
        return inForm(CellAddress.text(row, column));
    }

    /** A range of the form itself. */
    String inForm(String range) {
        return source + range;
    }

    private static String cellMessage(int column, String what) {
        return "\"%s%s%s; \"".formatted(prefix(Severity.ERROR), cellMarker(column), what);
    }

    static String choice(String condition, String then, String otherwise) {
        return "IF(%s,%s,%s)".formatted(condition, then, otherwise);
    }
}
