package tonghop.report.samples;

import static tonghop.report.samples.LayoutSheets.GREY;
import static tonghop.report.samples.LayoutSheets.bars;
import static tonghop.report.samples.LayoutSheets.centred;
import static tonghop.report.samples.LayoutSheets.colour;
import static tonghop.report.samples.LayoutSheets.finish;
import static tonghop.report.samples.LayoutSheets.freeze;
import static tonghop.report.samples.LayoutSheets.noFilter;
import static tonghop.report.samples.LayoutSheets.number;
import static tonghop.report.samples.LayoutSheets.oneLine;
import static tonghop.report.samples.LayoutSheets.text;
import static tonghop.report.samples.LayoutSheets.word;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Draws {@code templates/reports/tong-hop.xlsx}, the layout that a province starts from. */
final class OverviewDrawing {

    private static final LocalDate MADE = LocalDate.of(2026, 1, 1);
    private static final int WIDTH_OF_A_LETTER = 256;
    private static final int TEXT_POINTS = 11;
    private static final int CHART_ROWS = 17;
    private static final int CHART_COLUMNS = 6;

    /** Light colours that stay apart in grey, and words beside them. */
    private static final XSSFColor GOOD = colour(0xDDEBF7);

    private static final XSSFColor LATE = colour(0xFFF2CC);
    private static final XSSFColor BAD = colour(0xF4B183);

    private final XSSFWorkbook workbook;
    private final BlankStyles styles;
    private final LayoutSheets sheets;

    private OverviewDrawing(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.styles = new BlankStyles(workbook);
        this.sheets = new LayoutSheets(workbook, styles);
    }

    static void writeTo(Path folder) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new OverviewDrawing(workbook).draw();
            Files.write(folder.resolve("tong-hop.xlsx"), Repository.bytes(workbook, MADE));
        }
    }

    private void draw() {
        drawCover();
        drawCharts();
        drawIndicators();
        drawMeasures();
        drawUnits();
        drawRanking();
        drawSeries();
        workbook.createSheet("Biểu").createRow(0).createCell(0).setCellValue("{{form-sheets}}");
        drawCompleteness();
        drawFindings();
        drawSources();
        drawValues();
        drawChecks();
    }

    private void drawCover() {
        XSSFSheet sheet = sheets.sheet("Bìa", "BÁO CÁO TỔNG HỢP - {{unit-upper}}");
        sheets.line(sheet, "{{period}}, số liệu từ ngày {{from}} đến ngày {{to}}", false);
        sheet.createRow(sheet.getLastRowNum() + 1);
        sheets.pair(sheet, "Số biểu phải gửi", "{{expected}}");
        sheets.pair(sheet, "Đã nhận", "{{accepted}}");
        sheets.pair(sheet, "  trong đó trễ hạn", "{{late}}");
        sheets.pair(sheet, "Trả lại để sửa", "{{rejected}}");
        sheets.pair(sheet, "Chưa gửi", "{{missing}}");
        sheets.pair(sheet, "Lỗi", "{{errors}}");
        sheets.pair(sheet, "Cảnh báo", "{{warnings}}");
        sheets.pair(sheet, "Thông tin", "{{notes}}");
        sheet.createRow(sheet.getLastRowNum() + 1);
        sheets.line(sheet, "Thay đổi kể từ lần chốt gần nhất ({{closed}})", true);
        sheets.table(
                sheet,
                List.of(
                        text("Đơn vị", 30, "change.unit"),
                        text("Chỉ tiêu", 84, "change.label"),
                        number("Khi chốt", 14, "change.was"),
                        number("Hiện nay", 14, "change.is"),
                        number("Chênh lệch", 14, "change.difference"),
                        text("Do", 34, "change.causes")));
        sheet.createRow(sheet.getLastRowNum() + 1);
        sheets.line(sheet, "Trong sổ này", true);
        sheets.table(sheet, List.of(text("Trang", 30, "sheet.name"), text("Nội dung", 84, "sheet.about")));
        noFilter(sheet);
        finish(sheet, -1, 0);
    }

    private void drawCharts() {
        XSSFSheet sheet = sheets.sheet("Biểu đồ", "BIỂU ĐỒ - {{unit-upper}}, {{period}}");
        List<String> charts = List.of(
                "{{chart:indicators}}",
                "{{chart:completeness}}",
                "{{chart:series}}",
                "{{chart:ranking 1}}",
                "{{chart:ranking 2}}",
                "{{chart:ranking 3}}");
        int row = 2;
        for (int index = 0; index < charts.size(); index++) {
            int column = index % 2 * (CHART_COLUMNS + 1);
            XSSFRow there = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
            XSSFCell cell = there.createCell(column);
            cell.setCellValue(charts.get(index));
            cell.setCellStyle(styles.line(HorizontalAlignment.CENTER, TEXT_POINTS, false, true));
            sheet.addMergedRegion(new CellRangeAddress(row, row + CHART_ROWS - 1, column, column + CHART_COLUMNS - 1));
            row += index % 2 == 0 ? 0 : CHART_ROWS + 1;
        }
        for (int column = 0; column <= 2 * CHART_COLUMNS; column++) {
            sheet.setColumnWidth(column, WIDTH_OF_A_LETTER * (column == CHART_COLUMNS ? 2 : 12));
        }
        finish(sheet, -1, 0);
        sheet.getPrintSetup().setFitHeight((short) 1);
    }

    private void drawIndicators() {
        XSSFSheet sheet = sheets.sheet("Chỉ số", "CHỈ SỐ - {{unit-upper}}, {{period}}");
        sheets.line(
                sheet,
                "Tỷ lệ = tổng tử số / tổng mẫu số. Thấp nhất, cao nhất: khi các đơn vị còn thiếu gửi đủ.",
                false);
        int row = sheets.table(
                sheet,
                List.of(
                        text("Chỉ số", 58, "indicator.label"),
                        number("Kết quả (%)", 11, "indicator.value"),
                        number("Tử số", 11, "indicator.numerator"),
                        number("Mẫu số", 11, "indicator.denominator"),
                        number("Mục tiêu (%)", 10, "indicator.target"),
                        centred("Đánh giá", 11, "indicator.reached"),
                        number("{{before}} (%)", 11, "indicator.before"),
                        number("Tăng, giảm (điểm %)", 14, "indicator.before-change"),
                        number("{{year-ago}} (%)", 11, "indicator.year-ago"),
                        number("Tăng, giảm (điểm %)", 14, "indicator.year-ago-change"),
                        number("Đơn vị tự nêu (%)", 12, "indicator.declared"),
                        number("Thấp nhất (%)", 10, "indicator.low"),
                        number("Cao nhất (%)", 10, "indicator.high"),
                        centred("Đã báo cáo", 9, "indicator.reported"),
                        centred("Phải báo cáo", 9, "indicator.expected"),
                        text("Tình trạng", 18, "indicator.status"),
                        text("Mã", 28, "indicator.id")));
        bars(sheet, row, 1);
        word(sheet, row, 5, "Chưa đạt", BAD);
        word(sheet, row, 5, "Đạt", GOOD);
        word(sheet, row, 15, "Thiếu", GREY);
        finish(sheet, row, 1);
    }

    private void drawMeasures() {
        XSSFSheet sheet = sheets.sheet("Chỉ tiêu", "CHỈ TIÊU - {{unit-upper}}, {{period}}");
        sheets.line(sheet, "Bấm vào tên hoặc số liệu để đến tệp, trang và ô mà số liệu lấy từ đó.", false);
        int row = sheets.table(
                sheet,
                List.of(
                        text("Chỉ tiêu", 64, "measure.label"),
                        number("Số liệu", 13, "measure.value"),
                        centred("Đơn vị tính", 12, "measure.unit-of-count"),
                        number("{{before}}", 12, "measure.before"),
                        number("Tăng, giảm", 14, "measure.before-change"),
                        number("Tăng, giảm (%)", 10, "measure.before-percent"),
                        number("{{year-ago}}", 12, "measure.year-ago"),
                        number("Tăng, giảm", 14, "measure.year-ago-change"),
                        number("Tăng, giảm (%)", 10, "measure.year-ago-percent"),
                        centred("Đã báo cáo", 9, "measure.reported"),
                        centred("Một phần", 9, "measure.partial"),
                        centred("Phải báo cáo", 9, "measure.expected"),
                        text("Tình trạng", 20, "measure.status"),
                        text("Mã", 40, "measure.id")));
        word(sheet, row, 12, "Thiếu", GREY);
        finish(sheet, row, 1);
    }

    private void drawUnits() {
        XSSFSheet sheet = sheets.sheet("So sánh", "SO SÁNH CÁC ĐƠN VỊ - {{period}}");
        sheets.line(sheet, "Ô trống: đơn vị không có số liệu; không phải là 0.", false);
        int row = sheets.table(
                sheet,
                List.of(
                        text("Đơn vị", 32, "unit.name"),
                        centred("Mã", 9, "unit.code"),
                        number("Biểu phải gửi", 9, "unit.expected"),
                        number("Đã nhận", 9, "unit.accepted"),
                        number("Trễ hạn", 9, "unit.late"),
                        number("Trả lại", 9, "unit.rejected"),
                        number("Chưa gửi", 9, "unit.missing"),
                        number("{{column}}", 15, "column.value")));
        bars(sheet, row, 7);
        finish(sheet, row, 1);
    }

    private void drawRanking() {
        XSSFSheet sheet = sheets.sheet("Xếp hạng", "XẾP HẠNG CÁC ĐƠN VỊ - {{period}}");
        int row = sheets.table(
                sheet,
                List.of(
                        text("Chỉ số", 44, "ranking.indicator"),
                        centred("Hạng", 8, "ranking.place"),
                        text("Đơn vị", 32, "ranking.unit"),
                        number("Kết quả (%)", 12, "ranking.value"),
                        number("Tử số", 12, "ranking.numerator"),
                        number("Mẫu số", 12, "ranking.denominator"),
                        text("Số đơn vị đã báo cáo", 22, "ranking.status")));
        bars(sheet, row, 3);
        finish(sheet, row, 1);
    }

    private void drawSeries() {
        XSSFSheet sheet = sheets.sheet("Qua các kỳ", "SỐ LIỆU QUA CÁC KỲ - {{unit-upper}}");
        int row = sheets.table(
                sheet,
                List.of(
                        text("Chỉ số, chỉ tiêu", 52, "series.label"),
                        centred("Đơn vị tính", 12, "series.unit-of-count"),
                        text("Mã", 36, "series.id"),
                        number("{{column}}", 14, "column.value")));
        finish(sheet, row, 1);
    }

    private void drawCompleteness() {
        XSSFSheet sheet = sheets.sheet("Đầy đủ", "TÌNH HÌNH GỬI BIỂU - {{unit-upper}}, {{period}}");
        int forms = sheets.table(
                sheet,
                List.of(
                        text("Biểu", 34, "form.form"),
                        text("Tên biểu", 50, "form.title"),
                        number("Phải gửi", 12, "form.expected"),
                        number("Đúng hạn", 12, "form.on-time"),
                        number("Trễ hạn", 12, "form.late"),
                        number("Trả lại", 12, "form.rejected"),
                        number("Chưa gửi", 12, "form.missing")));
        sheet.createRow(forms + 1);
        int row = sheets.table(
                sheet,
                List.of(
                        text("Đơn vị", 34, "coverage.unit"),
                        text("Mã", 50, "coverage.code"),
                        number("Phải gửi", 12, "coverage.expected"),
                        number("Đã nhận", 12, "coverage.accepted"),
                        centred("{{column}}", 12, "column.value")));
        noFilter(sheet);
        word(sheet, row, 4, "Đã nhận, trễ hạn", LATE);
        word(sheet, row, 4, "Đã nhận", GOOD);
        word(sheet, row, 4, "Trả lại", BAD);
        word(sheet, row, 4, "Chưa gửi", GREY);
        finish(sheet, -1, 1);
    }

    private void drawFindings() {
        XSSFSheet sheet = sheets.sheet("Phát hiện", "PHÁT HIỆN - {{unit-upper}}, {{period}}");
        sheets.line(sheet, "Xếp theo mức và theo phần số liệu có thể thay đổi. Bấm vào tệp để mở bản trả lại.", false);
        int row = sheets.table(
                sheet,
                List.of(
                        centred("Mức", 11, "finding.severity"),
                        text("Nội dung", 60, "finding.vietnamese"),
                        centred("Đơn vị", 10, "finding.unit"),
                        centred("Biểu", 10, "finding.form"),
                        text("Tệp", 30, "finding.file"),
                        text("Trang", 14, "finding.sheet"),
                        centred("Ô", 8, "finding.cell"),
                        text("Giá trị", 16, "finding.value"),
                        text("Giá trị đúng", 16, "finding.expected"),
                        number("Có thể làm thay đổi", 14, "finding.impact"),
                        text("Quy tắc", 22, "finding.rule"),
                        text("In English", 60, "finding.english")));
        word(sheet, row, 0, "Lỗi", BAD);
        word(sheet, row, 0, "Cảnh báo", LATE);
        finish(sheet, row, 1);
    }

    private void drawSources() {
        XSSFSheet sheet = sheets.sheet("Nguồn", "TỆP ĐÃ NHẬN - {{unit-upper}}, {{period}}");
        int row = sheets.table(
                sheet,
                List.of(
                        text("Tệp", 40, "source.file"),
                        text("Trang", 16, "source.sheet"),
                        centred("Biểu", 10, "source.form"),
                        centred("Đơn vị", 10, "source.unit"),
                        centred("Kỳ", 11, "source.period"),
                        text("Tình trạng", 22, "source.state"),
                        number("Ô đã đọc", 9, "source.read"),
                        number("Số liệu", 9, "source.observations"),
                        number("Để trống", 9, "source.blank"),
                        number("Đối chiếu", 9, "source.controls"),
                        number("Ghi chú", 9, "source.notes"),
                        number("Bị loại", 9, "source.rejected"),
                        text("SHA-256", 68, "source.sha256")));
        word(sheet, row, 5, "Trả lại", BAD);
        finish(sheet, row, 1);
    }

    private void drawValues() {
        XSSFSheet sheet = sheets.sheet("Dữ liệu", "DỮ LIỆU GỐC - {{unit-upper}}, {{period}}");
        int row = sheets.table(
                sheet,
                List.of(
                        oneLine("Chỉ tiêu", 40, "value.label"),
                        oneLine("Thuộc", 24, "value.below"),
                        oneLine("Đơn vị", 26, "value.unit"),
                        oneLine("Dòng", 26, "value.row"),
                        number("Số liệu", 12, "value.value"),
                        centred("Đơn vị tính", 11, "value.unit-of-count"),
                        centred("Dấu", 9, "value.mark"),
                        oneLine("Tình trạng", 18, "value.status"),
                        centred("Biểu", 10, "value.form"),
                        centred("Kỳ", 11, "value.period"),
                        oneLine("Tệp", 34, "value.file"),
                        oneLine("Trang", 14, "value.sheet"),
                        centred("Ô", 8, "value.cell"),
                        oneLine("SHA-256", 20, "value.sha256"),
                        centred("Mã đơn vị", 10, "value.unit-code"),
                        oneLine("Mã chỉ tiêu", 36, "value.measure"),
                        centred("Được tính", 11, "value.counts"),
                        centred("Tính chất", 16, "value.nature"),
                        centred("Cấp", 11, "value.level"),
                        centred("Đơn vị gửi", 14, "value.sender")));
        // A real table brings its own filter.
        noFilter(sheet);
        finish(sheet, -1, 1);
        freeze(sheet, row, 1);
    }

    private void drawChecks() {
        XSSFSheet sheet = sheets.sheet("Tự kiểm tra", "TỰ KIỂM TRA - {{unit-upper}}, {{period}}");
        sheets.line(sheet, "Tổng cộng sống trên từng biểu so với số liệu đã công bố.", false);
        int row = sheets.table(
                sheet,
                List.of(
                        centred("Biểu", 12, "check.form"),
                        text("Cột", 60, "check.label"),
                        number("Trên biểu", 14, "check.on-form"),
                        number("Số liệu", 14, "check.figure"),
                        number("Chênh lệch", 14, "check.difference"),
                        centred("Kết quả", 12, "check.verdict")));
        word(sheet, row, 5, "lệch", BAD);
        finish(sheet, row, 1);
    }
}
