package tonghop.report.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Answer;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;
import tonghop.domain.form.CellLedger;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Figure;
import tonghop.domain.report.FigureId;
import tonghop.domain.report.PastFigures.PastFigure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code report.json}: all of a report for machines. Its schema is {@code docs/report.schema.json}. */
public final class ReportJson {

    static final String SCHEMA = "tonghop/report/1";

    private ReportJson() {}

    public static void write(Report report, Path file) {
        ObjectNode json = Json.object();
        json.put("schema", SCHEMA);
        json.set("unit", unit(report.top().unit()));
        json.set("period", period(report.period()));
        json.set("completeness", completeness(report.top().completeness()));
        json.set("figures", figures(report.top().figures()));
        json.set("past", past(report));
        json.set("children", children(report.top().children()));
        json.set("submissions", submissions(report.submissions()));
        json.set("findings", findings(report.findings()));
        Json.write(json, file);
    }

    private static ObjectNode unit(Unit unit) {
        return Json.object()
                .put("code", unit.code())
                .put("name", unit.name())
                .put("level", unit.level().code());
    }

    private static ObjectNode period(Period period) {
        return Json.object()
                .put("code", period.code())
                .put("from", period.from().toString())
                .put("to", period.to().toString())
                .put("label", period.label());
    }

    private static ObjectNode completeness(Completeness completeness) {
        return Json.object()
                .put("expected", completeness.expected())
                .put("accepted", completeness.accepted())
                .put("rejected", completeness.rejected())
                .put("missing", completeness.missing())
                .put("late", completeness.late());
    }

    private static ArrayNode children(List<UnitReport> reports) {
        ArrayNode children = Json.array();
        for (UnitReport report : reports) {
            ObjectNode child = Json.object();
            child.set("unit", unit(report.unit()));
            child.set("completeness", completeness(report.completeness()));
            child.set("figures", figures(report.figures()));
            child.set("children", children(report.children()));
            children.add(child);
        }
        return children;
    }

    private static ArrayNode figures(List<Figure> figures) {
        ArrayNode array = Json.array();
        figures.forEach(figure -> array.add(figure(figure)));
        return array;
    }

    static ObjectNode figure(Figure figure) {
        ObjectNode json = Json.object();
        json.put("id", figure.id().toString());
        json.put("label", figure.label());
        json.put("kind", figure.kind().code());
        json.put("status", figure.status().code());
        json.put("value", rounded(figure));
        if (figure.isNil()) {
            json.put("nil", true);
        }
        if (figure.qualifier() != null) {
            json.put("qualifier", figure.qualifier().code());
        }
        if (figure.numerator() != null && figure.denominator() != null) {
            json.put("numerator", figure.numerator());
            json.put("denominator", figure.denominator());
            json.put("low", rounded(figure.low(), figure.decimals()));
            json.put("high", rounded(figure.high(), figure.decimals()));
        }
        if (figure.kind() == Figure.Kind.INDICATOR || figure.declared() != null) {
            json.put("declared", figure.declared());
        }
        if (figure.declaredQualifier() != null) {
            json.put("declared_qualifier", figure.declaredQualifier().code());
        }
        if (figure.indicator() != null && figure.indicator().target() != null) {
            json.put("target", figure.indicator().target());
        }
        if (!figure.of().isEmpty()) {
            ArrayNode of = json.putArray("of");
            figure.of().forEach(of::add);
        }
        if (figure.sent().unpaired() > 0) {
            json.put("unpaired", figure.sent().unpaired());
        }
        return json.put("unit_of_count", figure.unitOfCount())
                .put("reported", figure.sent().reported())
                .put("partial", figure.sent().partial())
                .put("expected", figure.sent().expected());
    }

    /** Rates are computed with more digits than are shown; a measure is exact and stays as it is. */
    public static @Nullable BigDecimal rounded(Figure figure) {
        return figure.kind() == Figure.Kind.MEASURE ? figure.value() : rounded(figure.value(), figure.decimals());
    }

    /** A rate with as many decimals as are shown, half-up; none of them a nought at the end. */
    public static @Nullable BigDecimal rounded(@Nullable BigDecimal rate, int decimals) {
        if (rate == null) {
            return null;
        }
        BigDecimal rounded = rate.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static ArrayNode past(Report report) {
        Map<FigureId, Figure> now = new HashMap<>();
        report.top().figures().forEach(figure -> now.put(figure.id(), figure));
        ArrayNode periods = Json.array();
        for (PastPeriod past : report.past().periods()) {
            ArrayNode figures = Json.array();
            past.figures().forEach((id, figure) -> figures.add(past(id, figure, now.get(id))));
            ObjectNode period = Json.object().put("period", past.period().code());
            period.set("figures", figures);
            periods.add(period);
        }
        return periods;
    }

    private static ObjectNode past(FigureId id, PastFigure past, @Nullable Figure now) {
        ObjectNode json = Json.object().put("id", id.toString());
        json.put(
                "value",
                now == null || now.kind() == Figure.Kind.MEASURE
                        ? past.value()
                        : rounded(past.value(), now.decimals()));
        if (past.numerator() != null && past.denominator() != null) {
            json.put("numerator", past.numerator()).put("denominator", past.denominator());
        }
        json.put("comparable", past.isComparable());
        if (past.qualifier() != null) {
            json.put("qualifier", past.qualifier().code());
        }
        return json;
    }

    private static ArrayNode submissions(List<Report.SentSheet> sheets) {
        ArrayNode array = Json.array();
        sheets.forEach(sheet -> array.add(submission(sheet)));
        return array;
    }

    public static ObjectNode submission(Report.SentSheet sheet) {
        ObjectNode json = Json.object()
                .put("file", sheet.file())
                .put("sha256", sheet.sha256())
                .put("sheet", sheet.sheet())
                .put("form", sheet.form())
                .put("unit", sheet.unit())
                .put("period", sheet.period())
                .put("state", sheet.state().code());
        json.set("cells", cells(sheet.cells()));
        return json;
    }

    public static ObjectNode cells(CellLedger cells) {
        return Json.object()
                .put("read", cells.read())
                .put("observations", cells.observations())
                .put("blank", cells.blank())
                .put("controls", cells.controls())
                .put("notes", cells.notes())
                .put("rejected", cells.rejected());
    }

    public static ArrayNode findings(List<Report.LocatedFinding> findings) {
        ArrayNode array = Json.array();
        for (Report.LocatedFinding located : findings) {
            Finding finding = located.finding();
            Place place = finding.place();
            ObjectNode json = Json.object()
                    .put("rule", finding.code().code())
                    .put("severity", finding.severity().code())
                    .put("unit", place.unit())
                    .put("form", place.form())
                    .put("period", place.period())
                    .put("file", place.file())
                    .put("sheet", place.sheet())
                    .put("cell", place.cell())
                    .put("value", finding.value())
                    .put("expected", finding.expected());
            if (located.impact() != null) {
                json.put("impact", located.impact());
            }
            Answer answer = finding.answer();
            if (answer != null) {
                json.set("answer", Json.object().put("reason", answer.reason()).put("text", answer.text()));
            }
            json.set("message", Json.object().put("vi", located.vietnamese()).put("en", located.english()));
            array.add(json);
        }
        return array;
    }
}
