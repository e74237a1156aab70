package tonghop.launch.command;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tonghop.domain.report.Completeness;
import tonghop.domain.time.Deadlines;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.report.data.Json;
import tonghop.rollup.record.Seals;
import tonghop.rollup.report.PeriodStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The status of periods for machines. */
final class StatusJson {

    private static final String SCHEMA = "tonghop/status/1";

    private StatusJson() {}

    static String text(List<StatusCommand.Told> told, LocalDate today) {
        ObjectNode json = Json.object().put("schema", SCHEMA).put("today", today.toString());
        ArrayNode periods = Json.array();
        told.forEach(one -> periods.add(period(one, today)));
        json.set("periods", periods);
        return Json.text(json);
    }

    private static ObjectNode period(StatusCommand.Told told, LocalDate today) {
        PeriodStatus status = told.status();
        Period period = status.period();
        ObjectNode json = Json.object();
        json.set(
                "period",
                Json.object()
                        .put("code", period.code())
                        .put("from", period.from().toString())
                        .put("to", period.to().toString())
                        .put("label", period.label()));
        json.put("state", told.closed().isPresent() ? "closed" : "open");
        json.put("ended", !status.hasNotEnded(today));
        told.closed().ifPresent(seal -> json.set("closed", closed(seal, told)));
        ObjectNode deadlines = Json.object();
        status.deadlines().forEach((level, day) -> deadlines.put(level.code(), day.toString()));
        json.set("deadlines", deadlines);
        Completeness counts = status.completeness();
        json.set(
                "completeness",
                Json.object()
                        .put("expected", counts.expected())
                        .put("accepted", counts.accepted())
                        .put("rejected", counts.rejected())
                        .put("missing", counts.missing())
                        .put("late", counts.late()));
        ArrayNode units = Json.array();
        status.units().forEach(unit -> units.add(unit(unit, today)));
        json.set("units", units);
        ArrayNode arrived = Json.array();
        told.arrived().forEach(sheet -> arrived.add(arrival(sheet)));
        json.set("arrived_after_closing", arrived);
        return json;
    }

    private static ObjectNode closed(Seals.Seal seal, StatusCommand.Told told) {
        ObjectNode json = Json.object()
                .put(
                        "at",
                        seal.recordedAt()
                                .atZone(Deadlines.ZONE)
                                .toOffsetDateTime()
                                .toString())
                .put("reason", seal.reason())
                .put("digest", seal.digest())
                .put("holds", told.holds() && told.broken().isEmpty());
        json.set("reports_that_differ", texts(told.broken()));
        return json;
    }

    private static ObjectNode unit(PeriodStatus.UnitStatus status, LocalDate today) {
        Unit unit = status.unit();
        ObjectNode json = Json.object();
        json.set(
                "unit",
                Json.object()
                        .put("code", unit.code())
                        .put("name", unit.name())
                        .put("level", unit.level().code()));
        json.set("missing", texts(status.missing()));
        json.set("rejected", texts(status.rejected()));
        json.set("late", texts(status.late()));
        LocalDate deadline = status.deadline();
        json.put("deadline", deadline == null ? null : deadline.toString());
        return json.put("days_overdue", status.owed() == 0 ? 0 : daysOverdue(deadline, today));
    }

    private static long daysOverdue(@Nullable LocalDate deadline, LocalDate today) {
        return deadline == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(deadline, today));
    }

    static ObjectNode arrival(Seals.Arrival sheet) {
        return Json.object()
                .put("period", sheet.period())
                .put("file", sheet.file())
                .put("sha256", sheet.sha256())
                .put("sheet", sheet.sheet())
                .put("form", sheet.form())
                .put("unit", sheet.unit())
                .put("state", sheet.state().code());
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = Json.array();
        texts.forEach(array::add);
        return array;
    }
}
