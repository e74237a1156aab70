package tonghop.launch.command;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.domain.report.ChangeCause;
import tonghop.domain.report.Figure;
import tonghop.domain.report.PublishedReport.Source;
import tonghop.domain.report.ReportChange;
import tonghop.domain.report.ReportChange.FigureChange;
import tonghop.domain.time.Deadlines;
import tonghop.report.data.Json;
import tonghop.rollup.record.Publications.Run;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What changed between two runs, for machines. */
final class DiffJson {

    private static final String SCHEMA = "tonghop/diff/1";

    private DiffJson() {}

    static String text(Run before, Run after, List<ReportChange> changes) {
        ObjectNode json = Json.object().put("schema", SCHEMA);
        json.set("from", run(before));
        json.set("to", run(after));
        ArrayNode reports = Json.array();
        changes.forEach(change -> reports.add(report(change)));
        json.set("reports", reports);
        return Json.text(json);
    }

    private static ObjectNode run(Run run) {
        return Json.object()
                .put("run", run.code())
                .put(
                        "recorded_at",
                        run.recordedAt()
                                .atZone(Deadlines.ZONE)
                                .toOffsetDateTime()
                                .toString())
                .put("version", run.version())
                .put("catalogue", run.catalogue());
    }

    private static ObjectNode report(ReportChange change) {
        ObjectNode json = Json.object().put("unit", change.unit()).put("period", change.period());
        ArrayNode events = Json.array();
        change.events().forEach(event -> {
            ObjectNode told = Json.object().put("cause", event.cause().code());
            told.set("before", source(event.before()));
            told.set("after", source(event.after()));
            events.add(told);
        });
        json.set("events", events);
        ArrayNode figures = Json.array();
        change.figures().forEach(figure -> figures.add(figure(figure)));
        json.set("figures", figures);
        return json;
    }

    private static @Nullable ObjectNode source(@Nullable Source source) {
        return source == null
                ? null
                : Json.object()
                        .put("file", source.file())
                        .put("sha256", source.sha256())
                        .put("sheet", source.sheet())
                        .put("form", source.form())
                        .put("unit", source.unit())
                        .put("period", source.period());
    }

    private static ObjectNode figure(FigureChange figure) {
        ObjectNode json = Json.object()
                .put("unit", figure.unit())
                .put("id", figure.id())
                .put("kind", figure.kind().code())
                .put("before", figure.before())
                .put("after", figure.after())
                .put("difference", figure.difference());
        if (figure.kind() == Figure.Kind.MEASURE) {
            json.set("causes", causes(figure.value()));
        } else {
            json.set("numerator", causes(figure.numerator()));
            json.set("denominator", causes(figure.denominator()));
        }
        return json;
    }

    private static ObjectNode causes(Map<ChangeCause, BigDecimal> causes) {
        ObjectNode json = Json.object();
        causes.forEach((cause, part) -> json.put(cause.code(), part));
        return json;
    }
}
