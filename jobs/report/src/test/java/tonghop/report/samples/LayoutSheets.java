package tonghop.report.samples;

import java.util.List;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Draws the sheets of a layout: a title, lines, tables of a heading and a model row, colours and the page. */
final class LayoutSheets {

    static final XSSFColor GREY = colour(0xD9D9D9);
    private static final XSSFColor BAR = colour(0x9DC3E6);
    private static final int WIDTH_OF_A_LETTER = 256;
    private static final int USUAL_WIDTH = 8;
    private static final float HEADING_POINTS = 48;
    private static final float SHORT_HEADING_POINTS = 20;
    private static final int TITLE_POINTS = 15;
    private static final int TEXT_POINTS = 11;

    private final XSSFWorkbook workbook;
    private final BlankStyles styles;

    LayoutSheets(XSSFWorkbook workbook, BlankStyles styles) {
        this.workbook = workbook;
        this.styles = styles;
    }

    static XSSFColor colour(int rgb) {
        return new XSSFColor(new byte[] {(byte) 0xFF, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }

    /**
     * A column of a table.
     *
     * @param width in letters
     * @param field what the model row holds
     */
    record Column(String heading, int width, String field, String format) {}

    static Column text(String heading, int width, String field) {
        return new Column(heading, width, field, "text");
    }

    /** A text that is cut off at the next cell rather than wrapped. */
    static Column oneLine(String heading, int width, String field) {
        return new Column(heading, width, field, "one line");
    }

    static Column centred(String heading, int width, String field) {
        return new Column(heading, width, field, "centre");
    }

    static Column number(String heading, int width, String field) {
        return new Column(heading, width, field, "0");
    }

    XSSFSheet sheet(String name, String title) {
        XSSFSheet sheet = workbook.createSheet(name);
        XSSFCell cell = sheet.createRow(0).createCell(0);
        cell.setCellValue(title);
        cell.setCellStyle(styles.line(HorizontalAlignment.LEFT, TITLE_POINTS, true, false));
        return sheet;
    }

    void line(XSSFSheet sheet, String text, boolean isBold) {
        XSSFCell cell = sheet.createRow(sheet.getLastRowNum() + 1).createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(styles.line(HorizontalAlignment.LEFT, TEXT_POINTS, isBold, !isBold));
    }

    void pair(XSSFSheet sheet, String label, String word) {
        XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
        XSSFCell name = row.createCell(0);
        name.setCellValue(label);
        name.setCellStyle(styles.line(HorizontalAlignment.LEFT, TEXT_POINTS, false, false));
        XSSFCell value = row.createCell(1);
        value.setCellValue(word);
        value.setCellStyle(styles.line(HorizontalAlignment.LEFT, TEXT_POINTS, true, false));
    }

    /** Draws headings and the model row below, and says which row that is. */
    int table(XSSFSheet sheet, List<Column> columns) {
        int heading = sheet.getLastRowNum() + 1;
        XSSFRow headings = sheet.createRow(heading);
        boolean isLong = columns.stream().anyMatch(column -> column.heading().length() > column.width());
        headings.setHeightInPoints(isLong ? HEADING_POINTS : SHORT_HEADING_POINTS);
        XSSFRow model = sheet.createRow(heading + 1);
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            XSSFCell above = headings.createCell(index);
            above.setCellValue(column.heading());
            above.setCellStyle(styles.shaded(GREY));
            XSSFCell cell = model.createCell(index);
            cell.setCellValue("{{" + column.field() + "}}");
            cell.setCellStyle(styles.cell(column.format()));
            boolean isUsual = sheet.getColumnWidth(index) == WIDTH_OF_A_LETTER * USUAL_WIDTH;
            int width = WIDTH_OF_A_LETTER * column.width();
            sheet.setColumnWidth(index, isUsual ? width : Math.max(width, sheet.getColumnWidth(index)));
        }
        sheet.setAutoFilter(new CellRangeAddress(heading, heading + 1, 0, columns.size() - 1));
        return heading + 1;
    }

    /** A sheet has one filter at most: none where there are two tables. */
    static void noFilter(XSSFSheet sheet) {
        sheet.getCTWorksheet().unsetAutoFilter();
        sheet.getWorkbook()
                .removeName(sheet.getWorkbook().getAllNames().stream()
                        .filter(name ->
                                name.getSheetIndex() == sheet.getWorkbook().getSheetIndex(sheet)
                                        && name.getNameName().contains("FilterDatabase"))
                        .findFirst()
                        .orElseThrow());
    }

    /** Bars in the cells of a column of rates, from 0 to 100. */
    static void bars(XSSFSheet sheet, int row, int column) {
        XSSFSheetConditionalFormatting colours = sheet.getSheetConditionalFormatting();
        var rule = colours.createConditionalFormattingRule(BAR);
        rule.getDataBarFormatting().getMinThreshold().setRangeType(RangeType.NUMBER);
        rule.getDataBarFormatting().getMinThreshold().setValue(0d);
        rule.getDataBarFormatting().getMaxThreshold().setRangeType(RangeType.NUMBER);
        rule.getDataBarFormatting().getMaxThreshold().setValue(100d);
        colours.addConditionalFormatting(new CellRangeAddress[] {new CellRangeAddress(row, row, column, column)}, rule);
    }

    /** Colours the cells of a column that hold a word. */
    static void word(XSSFSheet sheet, int row, int column, String word, XSSFColor colour) {
        XSSFSheetConditionalFormatting colours = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule =
                colours.createConditionalFormattingRule(ComparisonOperator.EQUAL, "\"" + word + "\"");
        PatternFormatting fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(colour);
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        colours.addConditionalFormatting(new CellRangeAddress[] {new CellRangeAddress(row, row, column, column)}, rule);
    }

    /** A4 landscape, as wide as one page, headings on every page, page numbers. */
    static void finish(XSSFSheet sheet, int model, int columns) {
        if (model >= 0) {
            freeze(sheet, model, columns);
        }
        sheet.setFitToPage(true);
        PrintSetup page = sheet.getPrintSetup();
        page.setPaperSize(PrintSetup.A4_PAPERSIZE);
        page.setLandscape(true);
        page.setFitWidth((short) 1);
        page.setFitHeight((short) 0);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setCenter("Trang &P/&N");
    }

    static void freeze(XSSFSheet sheet, int model, int columns) {
        sheet.createFreezePane(columns, model);
        sheet.setRepeatingRows(new CellRangeAddress(model - 1, model - 1, -1, -1));
    }
}
