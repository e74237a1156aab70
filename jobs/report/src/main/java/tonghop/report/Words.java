package tonghop.report;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Figure;
import tonghop.domain.Qualifier;
import tonghop.domain.Report.Coverage;
import tonghop.domain.Severity;

/** How things are put to a reader of a workbook, in Vietnamese. */
public final class Words {

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

    private Words() {}

    static String of(Figure.Status status) {
        return STATUS.getOrDefault(status, "");
    }

    static String of(Severity severity) {
        return SEVERITY.getOrDefault(severity, "");
    }

    static String of(Coverage pair) {
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

    /** A number with its mark, such as {@code trên 710}. */
    static String qualified(BigDecimal value, @Nullable Qualifier qualifier) {
        return qualifier == null ? number(value) : qualifier.word() + " " + number(value);
    }
}
