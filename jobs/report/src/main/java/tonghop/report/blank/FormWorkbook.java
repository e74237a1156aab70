package tonghop.report.blank;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Form;
import tonghop.domain.report.Report;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.report.sheet.CellWriter;
import tonghop.report.sheet.ReproducibleZip;
import tonghop.report.sheet.SheetCopy;
import tonghop.report.sheet.SheetNames;
import tonghop.report.sheet.TemplateWorkbook;
import tonghop.report.words.UnitWords;

/**
 * Fills blank forms: what comes out is the official form itself, with its sums as live formulas, and can be sent on.
 *
 * <p>The blank workbook decides how everything looks. Its first sheet holds the form, with one empty row under the
 * column numbers that every row of data is made like, and, unless it is a list, a total row under that.
 */
public final class FormWorkbook {

    private FormWorkbook() {}

    /**
     * One form, filled.
     *
     * @param blank the blank workbook
     * @param lines in the order of the rows; a line labelled '…' is not numbered
     * @param total what the sender states of itself in the total row: rates and ranks, and a text {@code note}; counts
     *     are summed up from the lines wherever these have any
     * @param blankTotals the columns that have no total
     * @param leftBlank told below the table
     */
    public record Sheet(
            Path blank,
            Form form,
            Heading heading,
            List<Report.Line> lines,
            Report.@Nullable Line total,
            Set<Integer> blankTotals,
            List<Report.LeftBlank> leftBlank) {

        public Sheet {
            lines = List.copyOf(lines);
            blankTotals = Set.copyOf(blankTotals);
            leftBlank = List.copyOf(leftBlank);
        }

        /** A form whose total row holds sums alone. */
        public Sheet(Path blank, Form form, Heading heading, List<Report.Line> lines) {
            this(blank, form, heading, lines, null, Set.of(), List.of());
        }

        /** The same form with what the sender states of itself in the total row. */
        public Sheet withTotal(Report.Line stated) {
            return new Sheet(blank, form, heading, lines, stated, blankTotals, leftBlank);
        }

        /** The same form with totals left blank. */
        public Sheet withBlanks(Set<Integer> totals, List<Report.LeftBlank> reasons) {
            return new Sheet(blank, form, heading, lines, total, totals, reasons);
        }
    }

    /**
     * What stands above the table, and below it.
     *
     * @param unitAbove the agency above the sender; empty for none
     * @param unit the sender, such as 'UBND HUYỆN THĂNG BÌNH'
     * @param from the period's first day
     * @param to the period's last day
     * @param period in words, such as '9 tháng năm 2018'
     * @param place where the report is signed; empty for none
     */
    public record Heading(String unitAbove, String unit, LocalDate from, LocalDate to, String period, String place) {

        /** The heading of the forms that the unit of {@code report} sends on. */
        public static Heading of(Report report) {
            return of(report.top().unit(), report.above(), report.period());
        }

        /**
         * The heading of the forms that {@code unit} sends for {@code period}.
         *
         * @param above the unit above it; absent for the country
         */
        static Heading of(Unit unit, @Nullable Unit above, Period period) {
            return new Heading(
                    above == null || above.level() == UnitLevel.COUNTRY ? "" : UnitWords.committeeInCapitals(above),
                    UnitWords.committeeInCapitals(unit),
                    period.from(),
                    period.to(),
                    period.label(),
                    UnitWords.place(unit));
        }
    }

    /**
     * Writes a workbook with a sheet for each of {@code sheets}; the same sheets give the same bytes.
     *
     * <p>Of the first blank, further sheets (such as lists of words to choose from) are kept.
     *
     * @param created the date in the workbook's properties
     * @throws IllegalArgumentException if a blank does not fit its form
     */
    public static void write(OutputStream out, List<Sheet> sheets, Instant created) throws IOException {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("a workbook needs a sheet");
        }
        try (XSSFWorkbook workbook = open(sheets.get(0).blank())) {
            CellWriter cells = new CellWriter();
            XSSFSheet first = workbook.getSheetAt(0);
            workbook.setSheetName(
                    0, WorkbookUtil.createSafeSheetName(sheets.get(0).form().fileName()));
            FormFiller.fill(first, sheets.get(0), cells);
            for (Sheet further : sheets.subList(1, sheets.size())) {
                FormFiller.fill(copyOfBlank(further, workbook), further, cells);
            }
            workbook.setActiveSheet(0);
            workbook.setSelectedTab(0);
            ReproducibleZip.write(workbook, created, out);
        }
    }

    /**
     * Where a filled form stands in a workbook; rows and columns are from 0.
     *
     * @param firstRow the row of the first line
     * @param columns by their numbers
     * @param totalRow of the sums, if there is one
     */
    public record Filled(XSSFSheet sheet, int firstRow, Map<Integer, Integer> columns, OptionalInt totalRow) {}

    /** Adds the filled form as a last sheet of a workbook. */
    public static Filled addTo(XSSFWorkbook workbook, Sheet content) throws IOException {
        XSSFSheet sheet = copyOfBlank(content, workbook);
        FormLayout layout = FormLayout.of(sheet, content.form());
        FormFiller.fill(sheet, content, new CellWriter());
        int added = Math.max(0, content.lines().size() - 1);
        OptionalInt total = layout.totalRow();
        return new Filled(
                sheet,
                layout.firstRow(),
                Map.copyOf(layout.columns()),
                total.isPresent() ? OptionalInt.of(total.getAsInt() + added) : total);
    }

    private static XSSFSheet copyOfBlank(Sheet sheet, XSSFWorkbook workbook) throws IOException {
        String name = WorkbookUtil.createSafeSheetName(sheet.form().fileName());
        String free = SheetNames.free(name, taken -> workbook.getSheet(taken) != null);
        try (XSSFWorkbook blank = open(sheet.blank())) {
            return SheetCopy.into(workbook, blank.getSheetAt(0), free);
        }
    }

    private static XSSFWorkbook open(Path blank) throws IOException {
        try (InputStream file = Files.newInputStream(blank)) {
            return TemplateWorkbook.open(file);
        }
    }
}
