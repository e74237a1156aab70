package tonghop.launch.command;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.UnitLevel;
import tonghop.domain.report.Completeness;
import tonghop.domain.time.Deadlines;
import tonghop.domain.time.Period;
import tonghop.launch.console.TextTable;
import tonghop.rollup.record.Seals;
import tonghop.rollup.report.PeriodStatus.UnitStatus;

/**
 * The status of periods as people read it in a terminal.
 *
 * @param isFull whether every unit is named, however many there are
 */
record StatusText(LocalDate today, boolean isFull) {

    private static final int MOST_UNITS = 20;
    private static final int MOST_FORMS = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);
    private static final Map<UnitLevel, String> LEVELS = Map.of(
            UnitLevel.COUNTRY, "cả nước",
            UnitLevel.PROVINCE, "cấp tỉnh",
            UnitLevel.DISTRICT, "cấp huyện",
            UnitLevel.COMMUNE, "cấp xã");

    List<String> lines(List<StatusCommand.Told> told) {
        List<String> lines = new ArrayList<>();
        if (told.isEmpty()) {
            lines.add("Chưa có số liệu nào được lưu. / Nothing is stored yet.");
        }
        for (StatusCommand.Told one : told) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            head(one, lines);
            lines.addAll(units(one.status().units()).lines("  "));
            int hidden = one.status().units().size() - MOST_UNITS;
            if (!isFull && hidden > 0) {
                String code = one.status().period().code();
                lines.add("  … và %d đơn vị khác: --period %s / and %d more".formatted(hidden, code, hidden));
            }
            arrived(one, lines);
        }
        return lines;
    }

    private void head(StatusCommand.Told told, List<String> lines) {
        Period period = told.status().period();
        lines.add("%s · %s · %s - %s · %s"
                .formatted(
                        period.code(),
                        period.label(),
                        period.from().format(DAY),
                        period.to().format(DAY),
                        told.closed()
                                .map(seal -> "ĐÃ CHỐT %s, %s / closed".formatted(time(seal), seal.reason()))
                                .orElse("đang mở / open")));
        if (told.status().hasNotEnded(today)) {
            lines.add(
                    "  Kỳ chưa kết thúc; số liệu là tạm thời / the period has not ended; its figures are provisional");
        }
        if (!told.holds()) {
            lines.add("  DẤU CHỐT KHÔNG CÒN ĐÚNG với số liệu đã lưu / the seal no longer holds");
        }
        told.broken()
                .forEach(report ->
                        lines.add("  Báo cáo %s không còn như lúc chốt / is not as it was closed".formatted(report)));
        String deadlines = told.status().deadlines().entrySet().stream()
                .map(line -> "%s %s (%s)"
                        .formatted(
                                LEVELS.get(line.getKey()), line.getValue().format(DAY), untilOrSince(line.getValue())))
                .collect(Collectors.joining(", "));
        lines.add("  Hạn gửi / deadline: " + (deadlines.isEmpty() ? "không đặt / none" : deadlines));
        Completeness counts = told.status().completeness();
        lines.add(
                "  Phải nhận %d biểu: đã nhận %d (trễ hạn %d), trả lại %d, chưa gửi %d / %d expected, %d accepted (%d late), %d rejected, %d missing"
                        .formatted(
                                counts.expected(),
                                counts.accepted(),
                                counts.late(),
                                counts.rejected(),
                                counts.missing(),
                                counts.expected(),
                                counts.accepted(),
                                counts.late(),
                                counts.rejected(),
                                counts.missing()));
    }

    private static String time(Seals.Seal seal) {
        return ZonedDateTime.ofInstant(seal.recordedAt(), Deadlines.ZONE).format(TIME);
    }

    private String untilOrSince(LocalDate day) {
        long left = ChronoUnit.DAYS.between(today, day);
        return left < 0 ? "quá %d ngày".formatted(-left) : left == 0 ? "hôm nay" : "còn %d ngày".formatted(left);
    }

    private TextTable units(List<UnitStatus> units) {
        TextTable table = new TextTable("ttttn");
        if (units.isEmpty()) {
            return table;
        }
        table.row("Mã", "Đơn vị", "Chưa gửi", "Phải sửa, gửi trễ", "Quá hạn");
        table.row("code", "unit", "missing", "rejected, late", "overdue");
        units.stream()
                .limit(isFull ? Long.MAX_VALUE : MOST_UNITS)
                .forEach(status -> table.row(
                        status.unit().code(),
                        status.unit().name(),
                        forms(status.missing()),
                        mended(status),
                        status.owed() == 0 ? "" : overdue(status.deadline())));
        return table;
    }

    private static String mended(UnitStatus status) {
        Stream<String> rejected =
                status.rejected().isEmpty() ? Stream.empty() : Stream.of("trả lại " + forms(status.rejected()));
        Stream<String> late = status.late().isEmpty() ? Stream.empty() : Stream.of("trễ " + forms(status.late()));
        return Stream.concat(rejected, late).collect(Collectors.joining("; "));
    }

    private static String forms(List<String> forms) {
        String few = forms.stream().limit(MOST_FORMS).collect(Collectors.joining(", "));
        return forms.size() > MOST_FORMS ? "%s và %d biểu khác".formatted(few, forms.size() - MOST_FORMS) : few;
    }

    private String overdue(@Nullable LocalDate deadline) {
        long days = deadline == null ? 0 : ChronoUnit.DAYS.between(deadline, today);
        return days > 0 ? days + " ngày" : "";
    }

    private static void arrived(StatusCommand.Told told, List<String> lines) {
        if (!told.arrived().isEmpty()) {
            lines.add("  Đến sau khi chốt, chưa tính / arrived after closing, not counted:");
            TextTable table = new TextTable("ttttt");
            told.arrived()
                    .forEach(sheet -> table.row(
                            sheet.file(),
                            sheet.unit(),
                            sheet.form(),
                            sheet.state().code(),
                            ZonedDateTime.ofInstant(sheet.received(), Deadlines.ZONE)
                                    .format(TIME)));
            lines.addAll(table.lines("    "));
        }
    }
}
