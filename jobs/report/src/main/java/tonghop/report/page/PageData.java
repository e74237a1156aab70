package tonghop.report.page;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Figure;
import tonghop.domain.report.PastFigures.PastFigure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;
import tonghop.report.data.Json;
import tonghop.report.data.ReportJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures of all units, for the page's script: units by their codes, figures by their ids, words by their keys.
 * Numbers are texts, so that none loses digits; what is not so is left out.
 */
record PageData(Report report, FigureIndex index) {

    /**
     * All of it.
     *
     * @param start the figure that is shown first, if there are any
     */
    ObjectNode json(@Nullable Figure start) {
        ObjectNode json = Json.object();
        json.put("period", report.period().label());
        json.put("periodCode", report.period().code());
        putText(json, "start", start == null ? null : start.id().toString());
        json.set("units", units());
        json.set("figures", figures());
        json.set("past", past());
        Bundle.addTo(json.putObject("words"));
        return json;
    }

    private ArrayNode units() {
        ArrayNode units = Json.array();
        for (FigureIndex.Place place : index.units()) {
            ObjectNode fields = units.addObject()
                    .put("code", place.unit().code())
                    .put("name", place.unit().name())
                    .put("level", place.unit().level().code());
            putText(fields, "parent", place.parent());
        }
        return units;
    }

    private ArrayNode figures() {
        ArrayNode figures = Json.array();
        for (Figure figure : index.figures()) {
            ObjectNode fields = figures.addObject()
                    .put("id", figure.id().toString())
                    .put("label", figure.label())
                    .put("unitOfCount", figure.unitOfCount());
            putTrue(fields, "isRate", figure.kind() == Figure.Kind.INDICATOR);
            putTrue(fields, "isHighestFirst", figure.isHighestFirst());
            Indicator indicator = figure.indicator();
            if (indicator != null) {
                indicator.numerator().stream().filter(index::hasFigure).forEach(fields.putArray("numerator")::add);
                indicator.denominator().stream().filter(index::hasFigure).forEach(fields.putArray("denominator")::add);
            }
            ObjectNode values = fields.putObject("values");
            for (FigureIndex.Place place : index.units()) {
                place.report()
                        .find(figure.id())
                        .ifPresent(of -> values.set(place.unit().code(), value(of, place.report())));
            }
        }
        return figures;
    }

    /** The value as text, null if it is missing; where there is more to say, an object with a field for each. */
    private static JsonNode value(Figure figure, UnitReport unit) {
        if (FigureText.isMissing(figure)) {
            return NullNode.instance;
        }
        ObjectNode fields = Json.object();
        putNumber(fields, "value", ReportJson.rounded(figure));
        putMark(fields, "mark", figure.qualifier());
        putNumber(fields, "declared", figure.declared());
        putTrue(fields, "isOverNothing", figure.isOverNothing());
        putText(fields, "note", FigureText.note(figure));
        Indicator indicator = figure.indicator();
        if (indicator != null) {
            putNumber(fields, "numerator", figure.numerator());
            putMark(fields, "numeratorMark", unit.markOf(indicator.numerator()));
            putNumber(fields, "denominator", figure.denominator());
            putMark(fields, "denominatorMark", unit.markOf(indicator.denominator()));
        }
        return fields.size() == 1 && fields.has("value") ? fields.required("value") : fields;
    }

    private ArrayNode past() {
        ArrayNode periods = Json.array();
        for (PastPeriod past : report.past().periods()) {
            ObjectNode figures = periods.addObject()
                    .put("code", past.period().code())
                    .put("label", past.period().label())
                    .putObject("figures");
            for (Figure figure : report.top().figures()) {
                past.find(figure.id())
                        .ifPresent(then ->
                                add(then, figure, figures.putObject(figure.id().toString())));
            }
        }
        return periods;
    }

    private static void add(PastFigure then, Figure figure, ObjectNode fields) {
        putNumber(
                fields,
                "value",
                figure.kind() == Figure.Kind.MEASURE
                        ? then.value()
                        : ReportJson.rounded(then.value(), figure.decimals()));
        putMark(fields, "mark", then.qualifier());
        putTrue(fields, "isComparable", then.isComparable());
    }

    private static void putTrue(ObjectNode fields, String name, boolean isSo) {
        if (isSo) {
            fields.put(name, true);
        }
    }

    private static void putNumber(ObjectNode fields, String name, @Nullable BigDecimal value) {
        putText(fields, name, value == null ? null : value.toPlainString());
    }

    private static void putMark(ObjectNode fields, String name, @Nullable Qualifier mark) {
        putText(fields, name, mark == null ? null : mark.code());
    }

    private static void putText(ObjectNode fields, String name, @Nullable String text) {
        if (text != null) {
            fields.put(name, text);
        }
    }
}
