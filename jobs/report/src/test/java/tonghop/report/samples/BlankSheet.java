package tonghop.report.samples;

import java.util.List;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Draws a blank form into a sheet, from the top down. */
final class BlankSheet {

    /** Characters that the agency's and the national heading need at least. */
    private static final int BLOCK_WIDTH = 48;

    private static final double LINE_POINTS = 15;
    private static final double LOWEST_ROW_POINTS = 18;
    private static final int WIDTH_UNITS = 256;
    private static final double MARGIN_INCHES = 0.5;

    private final BlankTable table;
    private final XSSFSheet sheet;
    private final BlankStyles styles;
    private final int lastColumn;
    private int next;

    private BlankSheet(BlankTable table, XSSFSheet sheet, BlankStyles styles) {
        this.table = table;
        this.sheet = sheet;
        this.styles = styles;
        this.lastColumn = table.columns().size() - 1;
    }

    static void draw(BlankTable table, XSSFWorkbook workbook) {
        XSSFSheet sheet = workbook.createSheet(table.number().replace('/', '-'));
        new BlankSheet(table, sheet, new BlankStyles(workbook)).draw();
    }

    private void draw() {
        setWidths();
        if (table.head().containsKey("printed")) {
            drawReportHead();
        } else {
            drawCommitteeHead();
        }
        int firstHeading = next;
        drawHeadings();
        drawMarks();
        int firstRow = next;
        drawRow(false);
        if (!table.isList()) {
            drawRow(true);
        }
        next++;
        drawNotes();
        drawSignatures();
        setUpPrinting(firstHeading, firstRow);
    }

    private void setWidths() {
        for (int column = 0; column <= lastColumn; column++) {
            sheet.setColumnWidth(column, table.columns().get(column).width() * WIDTH_UNITS);
        }
    }

    /** The head of most forms: the sender on the left, the state on the right. */
    private void drawCommitteeHead() {
        right("Biểu số: " + table.number(), true, false);
        next++;
        right(table.head().getOrDefault("issued", ""), false, true);
        next++;
        left("{{unit-above}}", false, false);
        right("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true, false);
        next++;
        left("{{unit}}", true, false);
        right("Độc lập - Tự do - Hạnh phúc", true, false);
        next += 2;
        title();
        centre("Kỳ báo cáo: {{period}}", false);
        centre("Số liệu tính từ ngày {{from}} đến ngày {{to}}", true);
        unitOfCount();
    }

    /** The head of the forms of the Government Office: number on the left, sender and receiver on the right. */
    private void drawReportHead() {
        left(table.head().getOrDefault("printed", ""), true, false);
        right("Đơn vị báo cáo: {{unit}}", true, false);
        next++;
        left(table.head().getOrDefault("issued", ""), false, true);
        right("Đơn vị nhận báo cáo: {{unit-above}}", false, false);
        next += 2;
        title();
        centre("Kỳ báo cáo: {{period}} (Từ ngày {{from}} đến ngày {{to}})", false);
        unitOfCount();
    }

    private void title() {
        String title = table.head().getOrDefault("title", "");
        write(next++, 0, lastColumn, title, styles.line(HorizontalAlignment.CENTER, 14, true, false));
    }

    private void centre(String text, boolean italic) {
        write(next++, 0, lastColumn, text, styles.line(HorizontalAlignment.CENTER, 12, false, italic));
    }

    private void unitOfCount() {
        if (table.head().containsKey("counted")) {
            String text = "Đơn vị tính: " + table.head().get("counted");
            XSSFCellStyle style = styles.line(HorizontalAlignment.RIGHT, 11, false, true);
            write(next, firstOfRightBlock(), lastColumn, text, style);
        }
        next++;
    }

    private void left(String text, boolean bold, boolean italic) {
        XSSFCellStyle style = styles.line(HorizontalAlignment.CENTER, 12, bold, italic);
        write(next, 0, lastOfLeftBlock(), text, style);
    }

    private void right(String text, boolean bold, boolean italic) {
        XSSFCellStyle style = styles.line(HorizontalAlignment.CENTER, 12, bold, italic);
        write(next, firstOfRightBlock(), lastColumn, text, style);
    }

    private int lastOfLeftBlock() {
        int last = 0;
        while (last < firstOfRightBlock() - 1 && widthOf(0, last) < BLOCK_WIDTH) {
            last++;
        }
        return last;
    }

    private int firstOfRightBlock() {
        int first = lastColumn;
        int enough = Math.min(BLOCK_WIDTH, widthOf(0, lastColumn) / 2);
        while (widthOf(first, lastColumn) < enough) {
            first--;
        }
        return first;
    }

    private int widthOf(int first, int last) {
        return table.columns().subList(first, last + 1).stream()
                .mapToInt(BlankTable.Column::width)
                .sum();
    }

    private void drawHeadings() {
        int levels = table.levels();
        double[] heights = new double[levels];
        for (int level = 0; level < levels; level++) {
            heights[level] = LOWEST_ROW_POINTS;
            for (int column = 0; column <= lastColumn; column++) {
                XSSFCell cell = row(next + level).createCell(column);
                cell.setCellStyle(styles.heading());
            }
        }
        for (int level = 0; level < levels; level++) {
            for (int first = 0; first <= lastColumn; ) {
                int last = lastUnderSameHeading(first, level);
                drawHeading(first, last, level, heights);
                first = last + 1;
            }
        }
        for (int level = 0; level < levels; level++) {
            row(next + level).setHeightInPoints((float) heights[level]);
        }
        next += levels;
    }

    private int lastUnderSameHeading(int first, int level) {
        BlankTable.Column column = table.columns().get(first);
        int last = first;
        while (last < lastColumn && column.sharesHeading(table.columns().get(last + 1), level)) {
            last++;
        }
        return last;
    }

    /** A heading without others below it reaches down to the column-number row. */
    private void drawHeading(int first, int last, int level, double[] heights) {
        BlankTable.Column column = table.columns().get(first);
        if (level >= column.path().size()) {
            return;
        }
        boolean isLowest = level == column.path().size() - 1;
        int lastLevel = isLowest ? heights.length - 1 : level;
        row(next + level).getCell(first).setCellValue(column.heading(level));
        merge(next + level, next + lastLevel, first, last);
        double needed = linesOf(column.heading(level), widthOf(first, last)) * LINE_POINTS + 3;
        double given = 0;
        for (int row = level; row <= lastLevel; row++) {
            given += heights[row];
        }
        heights[lastLevel] += Math.max(0, needed - given);
    }

    /** How many lines {@code text} takes, broken at blanks, in bold letters. */
    private static int linesOf(String text, int width) {
        int lines = 1;
        double used = 0;
        for (String word : text.split(" ", -1)) {
            double length = word.length() * 1.15;
            if (used > 0 && used + 1 + length > width) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + length;
        }
        return lines;
    }

    private void drawMarks() {
        double height = LOWEST_ROW_POINTS;
        for (int column = 0; column <= lastColumn; column++) {
            BlankTable.Column drawn = table.columns().get(column);
            XSSFCell cell = row(next).createCell(column);
            cell.setCellStyle(styles.mark());
            if (!drawn.mark().isEmpty()) {
                cell.setCellValue(drawn.mark());
                // Formulas have no blanks to break at: count characters.
                int lines = (drawn.mark().length() + drawn.width() - 1) / drawn.width();
                height = Math.max(height, lines * (LINE_POINTS - 2) + 3);
            }
        }
        row(next).setHeightInPoints((float) height);
        next++;
    }

    private void drawRow(boolean isTotal) {
        for (int column = 0; column <= lastColumn; column++) {
            boolean isOrdinal = column == 0 && table.labelColumn() > 0;
            XSSFCell cell = row(next).createCell(column);
            cell.setCellStyle(styles.cell(table.columns().get(column), isOrdinal, isTotal));
            if (isTotal && column == table.labelColumn()) {
                cell.setCellValue("Tổng số");
            }
        }
        next++;
    }

    private void drawNotes() {
        for (String note : table.notes()) {
            XSSFCell cell = row(next++).createCell(0);
            cell.setCellStyle(styles.line(HorizontalAlignment.LEFT, 11, false, true));
            cell.setCellValue(note);
        }
    }

    private void drawSignatures() {
        next++;
        right("{{place}}, ngày … tháng … năm …", false, true);
        next++;
        left("NGƯỜI LẬP BIỂU", true, false);
        right("THỦ TRƯỞNG ĐƠN VỊ", true, false);
        next++;
        left("(Ký, họ và tên)", false, true);
        right("(Ký, họ và tên, đóng dấu)", false, true);
    }

    private void setUpPrinting(int firstHeading, int firstRow) {
        sheet.createFreezePane(table.labelColumn() + 1, firstRow);
        sheet.setRepeatingRows(new CellRangeAddress(firstHeading, firstRow - 1, -1, -1));
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize("A3".equals(table.head().get("paper")) ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setCenter("&P/&N");
        for (PageMargin margin : List.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM)) {
            sheet.setMargin(margin, MARGIN_INCHES);
        }
    }

    private void write(int row, int first, int last, String text, XSSFCellStyle style) {
        XSSFCell cell = row(row).createCell(first);
        cell.setCellStyle(style);
        cell.setCellValue(text);
        merge(row, row, first, last);
    }

    private void merge(int firstRow, int lastRow, int firstColumn, int lastColumnOfCell) {
        if (firstRow < lastRow || firstColumn < lastColumnOfCell) {
            sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumnOfCell));
        }
    }

    private XSSFRow row(int index) {
        XSSFRow row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }
}
