package tonghop.report.returned;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.CellLedger;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.domain.report.Report.SentSheet;

/** How the outcome is put to the sender. */
final class Verdict {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/yyyy", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private Verdict() {}

    static String vietnamese(List<LocatedFinding> findings, List<SentSheet> sheets) {
        long errors = count(findings, Severity.ERROR);
        long warnings = count(findings, Severity.WARNING);
        String also = warnings > 0 ? ", %d cảnh báo cần xem lại".formatted(warnings) : "";
        if (sheets.isEmpty()) {
            return "CHƯA NHẬN ĐƯỢC: không đọc được báo cáo nào trong tệp; %d lỗi%s. Hãy sửa rồi gửi lại."
                    .formatted(errors, also);
        }
        if (errors > 0) {
            return "TRẢ LẠI: %d lỗi phải sửa%s. Hãy sửa ngay trong tệp này rồi gửi lại.".formatted(errors, also);
        }
        return "ĐÃ NHẬN, %d cảnh báo cần xem lại. Nếu số liệu sai, hãy sửa; nếu đúng, hãy chọn lý do ở cột 'Trả lời' "
                        .formatted(warnings)
                + "rồi gửi lại tệp này.";
    }

    static String english(List<LocatedFinding> findings, List<SentSheet> sheets) {
        long errors = count(findings, Severity.ERROR);
        long warnings = count(findings, Severity.WARNING);
        if (sheets.isEmpty()) {
            return "Not accepted: no report could be read from the file; errors: %d, warnings: %d. Mend it and send it again."
                    .formatted(errors, warnings);
        }
        if (errors > 0) {
            return "Returned: errors to mend: %d, warnings: %d. Mend them in this file and send it again."
                    .formatted(errors, warnings);
        }
        return "Accepted with warnings: %d. Mend what is wrong, or answer in the column 'Trả lời', and send this file again."
                .formatted(warnings);
    }

    private static long count(List<LocatedFinding> findings, Severity severity) {
        return findings.stream()
                .filter(located -> located.finding().severity() == severity)
                .count();
    }

    static String cells(CellLedger cells) {
        return "%d ô: %d số liệu, %d để trống, %d dòng tổng, %d ghi chú, %d không nhận"
                .formatted(
                        cells.read(),
                        cells.observations(),
                        cells.blank(),
                        cells.controls(),
                        cells.notes(),
                        cells.rejected());
    }

    static String time(Instant instant) {
        return TIME.format(instant) + " (giờ Việt Nam)";
    }
}
