package tonghop.report.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Figure;
import tonghop.domain.Indicator;
import tonghop.domain.PastFigures.PastFigure;
import tonghop.domain.PastFigures.PastPeriod;
import tonghop.domain.Qualifier;
import tonghop.domain.Report;
import tonghop.domain.UnitReport;
import tonghop.report.Json;
import tonghop.report.ReportJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures of all units, for the page's script. Units and figures are named by their numbers and fields by their
 * places, which {@code figures.js} knows; numbers are texts, so that none loses digits.
 */
final class PageData {

    private final Report report;
    private final FigureIndex index;

    PageData(Report report, FigureIndex index) {
        this.report = report;
        this.index = index;
    }

    /**
     * All of it.
     *
     * @param start the number of the figure that is shown first
     */
    ObjectNode json(int start) {
        ObjectNode json = Json.object();
        json.put("period", report.period().label());
        json.put("periodCode", report.period().code());
        json.put("start", start);
        json.set("units", units());
        json.set("figures", figures());
        json.set("values", values());
        json.set("past", past());
        Bundle.addTo(json.putObject("words"));
        return json;
    }

    private ArrayNode units() {
        ArrayNode units = Json.array();
        for (FigureIndex.Place place : index.units()) {
            units.addArray()
                    .add(place.unit().code())
                    .add(place.unit().name())
                    .add(place.unit().level().code())
                    .add(place.parent());
        }
        return units;
    }

    private ArrayNode figures() {
        ArrayNode figures = Json.array();
        for (Figure figure : index.figures()) {
            ArrayNode fields = figures.addArray()
                    .add(figure.id())
                    .add(figure.label())
                    .add(figure.kind() == Figure.Kind.INDICATOR ? 1 : 0)
                    .add(figure.unitOfCount())
                    .add(figure.isHighestFirst() ? 1 : 0);
            Indicator indicator = figure.indicator();
            if (indicator != null) {
                addNumbers(fields.addArray(), indicator.numerator());
                addNumbers(fields.addArray(), indicator.denominator());
            }
        }
        return figures;
    }

    private void addNumbers(ArrayNode numbers, List<String> ids) {
        ids.stream().map(index::figure).filter(number -> number >= 0).forEach(numbers::add);
    }

    /**
     * For each unit its figures: number, initial of the status, reported, partial, expected, value and so on; see
     * figures.js.
     */
    private ArrayNode values() {
        ArrayNode values = Json.array();
        for (FigureIndex.Place place : index.units()) {
            ArrayNode ofUnit = values.addArray();
            for (Figure figure : place.report().figures()) {
                ArrayNode fields = ofUnit.addArray()
                        .add(index.figure(figure.id()))
                        .add(figure.status().code().substring(0, 1))
                        .add(figure.reported())
                        .add(figure.partial())
                        .add(figure.expected());
                addWithoutTail(
                        fields,
                        text(ReportJson.rounded(figure)),
                        code(figure.qualifier()),
                        text(figure.numerator()),
                        text(figure.denominator()),
                        text(ReportJson.rounded(figure.low(), figure.decimals())),
                        text(ReportJson.rounded(figure.high(), figure.decimals())),
                        text(figure.declared()),
                        figure.isNil() ? "1" : null,
                        code(mark(figure, Indicator::numerator, place.report())),
                        code(mark(figure, Indicator::denominator, place.report())));
            }
        }
        return values;
    }

    private static @Nullable Qualifier mark(Figure figure, Function<Indicator, List<String>> counts, UnitReport unit) {
        Indicator indicator = figure.indicator();
        return indicator == null ? null : unit.markOf(counts.apply(indicator));
    }

    private static @Nullable String code(@Nullable Qualifier mark) {
        return mark == null ? null : mark.code();
    }

    static void addWithoutTail(ArrayNode fields, @Nullable String... texts) {
        int last = texts.length;
        while (last > 0 && texts[last - 1] == null) {
            last--;
        }
        for (int index = 0; index < last; index++) {
            fields.add(texts[index]);
        }
    }

    private ArrayNode past() {
        ArrayNode periods = Json.array();
        for (PastPeriod past : report.past().periods()) {
            ArrayNode figures = periods.addArray()
                    .add(past.period().code())
                    .add(past.period().label())
                    .addArray();
            for (Figure figure : report.top().figures()) {
                past.find(figure.id()).ifPresent(then -> add(then, figure, figures.addArray()));
            }
        }
        return periods;
    }

    private void add(PastFigure then, Figure figure, ArrayNode fields) {
        BigDecimal shown = figure.kind() == Figure.Kind.MEASURE
                ? then.value()
                : ReportJson.rounded(then.value(), figure.decimals());
        fields.add(index.figure(figure.id())).add(text(shown)).add(then.isComparable() ? 1 : 0);
        addWithoutTail(fields, code(then.qualifier()));
    }

    static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
