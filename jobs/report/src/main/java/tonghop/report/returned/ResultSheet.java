package tonghop.report.returned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Answer;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.finding.Severity;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.domain.report.Report.SentSheet;
import tonghop.report.returned.Looks.Look;
import tonghop.report.words.Words;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.Edition;

/** The first sheet of a returned copy: the verdict, what to mend first, what was read, and the receipt. */
final class ResultSheet {

    /** Its name in the workbook; the reader of resubmitted files knows it too. */
    static final String NAME = "Kết quả kiểm tra";

    /** What stands above the keys of the findings; the reader of resubmitted files looks for it. */
    static final String MARKER = "tonghop:answers/1";

    private static final List<String> REASONS = List.of(
            "Số liệu đúng, đã kiểm tra lại",
            "Số liệu ước tính",
            "Thay đổi cách tính",
            "Sẽ sửa ở kỳ sau",
            "Khác (ghi rõ)");

    private static final int LAST_SHOWN = 7;
    private static final int REASON = 6;
    private static final int TEXT = 7;
    private static final int KEY = 8;
    private static final int REASON_LIST = 9;
    private static final int CANDIDATES = 10;
    private static final int MOST_CANDIDATES = 60;
    private static final int MOST_ROWS = 3_000;
    private static final int MANY_OF_ONE_KIND = 10;
    private static final int CELLS_NAMED = 5;
    private static final int[] WIDTHS = {12, 18, 9, 20, 20, 62, 30, 34};

    private final CheckedFile file;
    private final List<String> sheets;
    private final SheetRows rows;
    private int firstReason;

    /**
     * Prepares the sheet.
     *
     * @param sheets the names of the sheets that stand in the copy
     */
    private ResultSheet(CheckedFile file, List<String> sheets, Looks looks) {
        this.file = file;
        this.sheets = sheets;
        this.rows = new SheetRows(looks, WIDTHS);
    }

    /** The sheet as XML. */
    static String of(CheckedFile file, List<String> sheets, Looks looks, Edition edition) {
        return new ResultSheet(file, sheets, looks).write(edition);
    }

    private String write(Edition edition) {
        rows.across(LAST_SHOWN, "KẾT QUẢ KIỂM TRA / RESULT OF THE CHECK", Look.TITLE);
        rows.across(LAST_SHOWN, Verdict.vietnamese(file.findings(), file.sheets()), Look.BOLD);
        rows.across(LAST_SHOWN, Verdict.english(file.findings(), file.sheets()), Look.PLAIN);
        rows.skip();
        List<LocatedFinding> inOrder = file.findings().stream()
                .sorted(Comparator.comparing(located -> located.finding().severity()))
                .toList();
        writeGroups(inOrder);
        writeFindings(inOrder);
        rows.skip();
        writeRead();
        rows.skip();
        writeReceipt();
        return "<worksheet xmlns=\"" + edition.main() + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
                + columns()
                + rows.sheetData() + rows.mergeCells() + rows.dataValidations() + rows.hyperlinks()
                + "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>"
                + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/></worksheet>";
    }

    private static String columns() {
        StringBuilder columns = new StringBuilder("<cols>");
        for (int column = 0; column < WIDTHS.length; column++) {
            columns.append("<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
                    .formatted(column + 1, column + 1, WIDTHS[column]));
        }
        return columns.append("<col min=\"%d\" max=\"%d\" width=\"9\" hidden=\"1\" customWidth=\"1\"/></cols>"
                        .formatted(KEY + 1, CANDIDATES + MOST_CANDIDATES))
                .toString();
    }

    /** Where there are many of one kind, that kind is told once before all are listed. */
    private void writeGroups(List<LocatedFinding> inOrder) {
        Map<FindingCode, List<LocatedFinding>> byCode = new LinkedHashMap<>();
        inOrder.forEach(located -> byCode.computeIfAbsent(located.finding().code(), any -> new ArrayList<>())
                .add(located));
        if (byCode.values().stream().allMatch(group -> group.size() <= MANY_OF_ONE_KIND)) {
            return;
        }
        rows.across(LAST_SHOWN, "SỬA TRƯỚC / MEND FIRST", Look.BOLD);
        heading(List.of("Mức độ", "Trang", "Ô đầu tiên", "Số lượng", "Các ô", "Nội dung (ví dụ đầu tiên)"));
        byCode.values().forEach(this::writeGroup);
        rows.skip();
    }

    private void writeGroup(List<LocatedFinding> group) {
        LocatedFinding first = group.get(0);
        List<String> cells = group.stream()
                .limit(CELLS_NAMED)
                .map(located -> located.finding().place().cell())
                .filter(Objects::nonNull)
                .toList();
        rows.next();
        tag(first.finding().severity());
        place(first.finding().place());
        rows.number(3, group.size(), Look.INFO);
        rows.text(4, String.join(", ", cells) + (group.size() > CELLS_NAMED ? " …" : ""), Look.TEXT);
        rows.text(5, first.vietnamese(), Look.TEXT);
    }

    private void writeFindings(List<LocatedFinding> inOrder) {
        rows.across(LAST_SHOWN, "VIỆC CẦN LÀM / WHAT TO DO", Look.BOLD);
        heading(List.of("Mức độ", "Trang", "Ô", "Đang ghi", "Cần là", "Nội dung, cách sửa", "Trả lời", "Giải thích"));
        rows.text(KEY, MARKER, Look.TEXT);
        firstReason = rows.row() + 1;
        int number = 0;
        for (LocatedFinding located : inOrder.subList(0, Math.min(MOST_ROWS, inOrder.size()))) {
            writeFinding(located, number++);
        }
        while (number < REASONS.size()) {
            rows.next();
            rows.text(REASON_LIST, REASONS.get(number++), Look.TEXT);
        }
        if (inOrder.size() > MOST_ROWS) {
            rows.across(LAST_SHOWN, "… và " + (inOrder.size() - MOST_ROWS) + " phát hiện khác.", Look.BOLD);
        }
    }

    private void writeFinding(LocatedFinding located, int number) {
        Finding finding = located.finding();
        rows.next();
        tag(finding.severity());
        place(finding.place());
        rows.text(3, finding.value(), Look.TEXT);
        rows.text(4, finding.expected(), Look.TEXT);
        rows.text(5, located.vietnamese(), Look.TEXT);
        List<String> candidates = candidates(finding);
        boolean canBeAnswered = finding.severity() == Severity.WARNING || !candidates.isEmpty();
        Answer answer = finding.answer();
        Look look = canBeAnswered ? Look.ANSWER : Look.TEXT;
        rows.text(REASON, answer == null ? "" : answer.reason(), look);
        rows.text(TEXT, answer == null ? "" : answer.text(), look);
        rows.text(KEY, finding.key(), Look.TEXT);
        if (number < REASONS.size()) {
            rows.text(REASON_LIST, REASONS.get(number), Look.TEXT);
        }
        for (int index = 0; index < candidates.size(); index++) {
            rows.text(CANDIDATES + index, candidates.get(index), Look.TEXT);
        }
        if (canBeAnswered) {
            rows.choice(REASON, choices(candidates.size()), candidates.isEmpty());
        }
    }

    private String choices(int candidates) {
        return candidates > 0
                ? CellAddress.range(rows.row(), rows.row(), CANDIDATES, CANDIDATES + candidates - 1)
                : CellAddress.range(firstReason, firstReason + REASONS.size() - 1, REASON_LIST, REASON_LIST);
    }

    private static List<String> candidates(Finding finding) {
        List<String> candidates = finding.candidates();
        return candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size()));
    }

    private void tag(Severity severity) {
        Look look = switch (severity) {
            case ERROR -> Look.ERROR;
            case WARNING -> Look.WARNING;
            case INFO -> Look.INFO;
        };
        rows.text(0, Words.of(severity), look);
    }

    private void place(Place place) {
        String sheet = place.sheet() == null ? "" : place.sheet();
        CellAddress cell = cellOf(place);
        boolean isThere = cell != null && sheets.contains(sheet);
        rows.text(1, sheet, Look.TEXT);
        rows.text(2, cell == null ? "" : cell.toString(), isThere ? Look.LINK : Look.TEXT);
        if (cell != null && isThere) {
            rows.link(2, sheet, cell);
        }
    }

    private static @Nullable CellAddress cellOf(Place place) {
        return place.cell() == null ? null : CellAddress.of(place.cell()).orElse(null);
    }

    private void heading(List<String> headings) {
        rows.next();
        for (int column = 0; column < headings.size(); column++) {
            rows.text(column, headings.get(column), Look.HEADING);
        }
    }

    private void writeRead() {
        rows.across(LAST_SHOWN, "ĐÃ ĐỌC / WHAT WAS READ", Look.BOLD);
        if (file.sheets().isEmpty()) {
            rows.across(LAST_SHOWN, "Không có trang nào được nhận làm báo cáo.", Look.PLAIN);
            return;
        }
        heading(List.of("Biểu", "Trang", "Kỳ", "Đơn vị", "Trạng thái", "Số ô đã đọc"));
        for (SentSheet sheet : file.sheets()) {
            rows.next();
            rows.text(0, sheet.form(), Look.TEXT);
            rows.text(1, sheet.sheet(), Look.TEXT);
            rows.text(2, sheet.period(), Look.TEXT);
            rows.text(3, (sheet.unit() + " " + file.unitNames().getOrDefault(sheet.unit(), "")).strip(), Look.TEXT);
            rows.text(4, Words.ofState(sheet.state()), Look.TEXT);
            rows.text(5, Verdict.cells(sheet.cells()), Look.TEXT);
        }
    }

    private void writeReceipt() {
        rows.across(LAST_SHOWN, "BIÊN NHẬN / RECEIPT", Look.BOLD);
        rows.across(LAST_SHOWN, "Số: " + file.receipt(), Look.PLAIN);
        rows.across(LAST_SHOWN, "Nhận lúc: " + Verdict.time(file.received()), Look.PLAIN);
        rows.across(LAST_SHOWN, "Tệp: " + file.file(), Look.PLAIN);
        rows.across(LAST_SHOWN, "SHA-256: " + file.sha256(), Look.PLAIN);
    }
}
