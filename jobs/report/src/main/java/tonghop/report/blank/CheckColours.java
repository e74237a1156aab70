package tonghop.report.blank;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Form;
import tonghop.spreadsheet.CellAddress;

/**
 * Conditional formats that colour a cell as soon as the margin of its row speaks of it: errors red and bold, warnings
 * amber and underlined in italics, so that they can be told without colour too.
 */
final class CheckColours {

    private static final byte[] RED = argb(0xFFC7CE);
    private static final byte[] DARK_RED = argb(0x9C0006);
    private static final byte[] AMBER = argb(0xFFEB9C);
    private static final byte[] BROWN = argb(0x7F6000);
    private static final byte[] GREEN = argb(0xC6EFCE);
    private static final byte[] DARK_GREEN = argb(0x006100);

    private final EntryTable table;
    private final SheetConditionalFormatting formats;

    private CheckColours(EntryTable table) {
        this.table = table;
        this.formats = table.sheet().getSheetConditionalFormatting();
    }

    /** A workbook's colours have four bytes, of which the first is the opacity. */
    private static byte[] argb(int rgb) {
        return new byte[] {(byte) 0xFF, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
    }

    /** Adds them to the table's sheet; what comes first wins, so errors do. */
    static void add(EntryTable table, CheckSheet checks) {
        CheckColours colours = new CheckColours(table);
        for (Form.Column column : table.form().columns()) {
            colours.colourCells(column.no());
        }
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            checks.checks().stream()
                    .filter(check ->
                            check.severity() == severity && !check.columns().isEmpty())
                    .forEach(check -> colours.mark(
                            severity, colours.says(check.marker()), table.cellsOf(check.columns().stream())));
            CellRangeAddress[] labelAndMargin = {
                table.wholeColumn(table.labelColumn()), table.wholeColumn(table.margin())
            };
            colours.mark(severity, colours.says(CheckFormulas.prefix(severity)), labelAndMargin);
        }
        colours.colourVerdict(checks.verdictRow());
    }

    private void colourCells(int column) {
        String condition = "OR(%s)"
                .formatted(Stream.of(CheckFormulas.cellMarker(column), CheckFormulas.totalMarker(column))
                        .map(this::says)
                        .collect(Collectors.joining(",")));
        mark(Severity.ERROR, condition, table.cellsOf(Stream.of(column)));
    }

    /** Whether the margin of the row has {@code text}; written for the first row. */
    private String says(String text) {
        return "ISNUMBER(FIND(\"%s\",$%s%d))"
                .formatted(text, CellAddress.letters(table.margin()), table.firstRow() + 1);
    }

    private void mark(Severity severity, String condition, CellRangeAddress[] cells) {
        boolean isError = severity == Severity.ERROR;
        ConditionalFormattingRule rule = isError ? rule(condition, RED, DARK_RED) : rule(condition, AMBER, BROWN);
        FontFormatting font = rule.getFontFormatting();
        font.setFontStyle(!isError, isError);
        if (!isError) {
            font.setUnderlineType(Font.U_SINGLE);
        }
        formats.addConditionalFormatting(cells, rule);
    }

    private void colourVerdict(int row) {
        String cell = new CellAddress(row, table.margin()).absolute();
        // The corner left of the table stays in sight when the margin of a wide form does not; it is never green, since
        // that would be printed.
        CellRangeAddress[] where = {new CellRangeAddress(row, row, table.margin(), table.margin()), table.corner()};
        formats.addConditionalFormatting(where, rule("ISNUMBER(FIND(\" LỖI\",%s))".formatted(cell), RED, DARK_RED));
        formats.addConditionalFormatting(where, rule("ISNUMBER(FIND(\"CẢNH BÁO\",%s))".formatted(cell), AMBER, BROWN));
        CellRangeAddress[] verdict = {where[0]};
        formats.addConditionalFormatting(verdict, rule("%s=\"ĐẠT\"".formatted(cell), GREEN, DARK_GREEN));
    }

    private ConditionalFormattingRule rule(String condition, byte[] background, byte[] letters) {
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule(condition);
        PatternFormatting fill = rule.createPatternFormatting();
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        fill.setFillBackgroundColor(new XSSFColor(background, null));
        FontFormatting font = rule.createFontFormatting();
        font.setFontColor(new XSSFColor(letters, null));
        // POI leaves the opacity out there, which a workbook may not.
        ((XSSFColor) font.getFontColor()).setRGB(letters);
        return rule;
    }
}
