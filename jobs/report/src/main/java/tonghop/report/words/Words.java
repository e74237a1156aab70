package tonghop.report.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Qualifier;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.ChangeCause;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Report.Coverage;

/** How things are put to a reader of a workbook or document, in Vietnamese. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private static final Map<Figure.Status, String> STATUS = Map.of(
            Figure.Status.REPORTED, "Đã báo cáo",
            Figure.Status.COMPUTED, "Tính từ số liệu",
            Figure.Status.DECLARED, "Đơn vị tự nêu, không có số liệu gốc",
            Figure.Status.APPROXIMATE, "Gần đúng",
            Figure.Status.MISSING, "Thiếu");

    private static final Map<Severity, String> SEVERITY =
            Map.of(Severity.ERROR, "Lỗi", Severity.WARNING, "Cảnh báo", Severity.INFO, "Thông tin");

    private static final Map<Coverage.State, String> STATE = Map.of(
            Coverage.State.ACCEPTED, "Đã nhận",
            Coverage.State.REJECTED, "Trả lại",
            Coverage.State.MISSING, "Chưa gửi");

    private static final Map<SubmissionState, String> SHEET_STATE = Map.of(
            SubmissionState.UNCHANGED, "Trùng với tệp khác",
            SubmissionState.ACCEPTED, "Đã nhận",
            SubmissionState.ACCEPTED_WITH_WARNINGS, "Đã nhận, có cảnh báo",
            SubmissionState.SUPERSEDED, "Đã thay bằng tệp sau",
            SubmissionState.REJECTED, "Trả lại",
            SubmissionState.UNRECOGNISED, "Không nhận ra");

    private static final Map<ChangeCause, String> CAUSE = Map.of(
            ChangeCause.NEW, "báo cáo mới",
            ChangeCause.LATE, "báo cáo muộn",
            ChangeCause.CORRECTION, "đính chính",
            ChangeCause.WITHDRAWAL, "rút lại",
            ChangeCause.UNIT, "thay đổi đơn vị",
            ChangeCause.RULE, "thay đổi biểu, quy tắc",
            ChangeCause.LAYOUT, "thay đổi mẫu báo cáo",
            ChangeCause.VERSION, "phiên bản Tonghop",
            ChangeCause.OTHER, "khác");

    private Words() {}

    /** What became of a sheet that was sent. */
    public static String ofState(SubmissionState state) {
        return SHEET_STATE.getOrDefault(state, state.code());
    }

    public static String of(ChangeCause cause) {
        return CAUSE.getOrDefault(cause, cause.code());
    }

    public static String of(Figure.Status status) {
        return STATUS.getOrDefault(status, "");
    }

    public static String of(Severity severity) {
        return SEVERITY.getOrDefault(severity, "");
    }

    public static String of(Coverage pair) {
        return STATE.getOrDefault(pair.state(), "") + (pair.isLate() ? ", trễ hạn" : "");
    }

    /** A number as it is written in Vietnamese: points group thousands, a comma begins the decimals. */
    public static String number(BigDecimal value) {
        String plain = value.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String grouped = whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ".");
        return point < 0 ? grouped : grouped + "," + plain.substring(point + 1);
    }

    /** A day, such as {@code 14/12/2023}. */
    public static String day(LocalDate day) {
        return day.format(DAY);
    }

    /** A number with its mark, such as {@code trên 710}. */
    public static String qualified(BigDecimal value, @Nullable Qualifier qualifier) {
        return qualifier == null ? number(value) : qualifier.word() + " " + number(value);
    }
}
