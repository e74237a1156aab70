package tonghop.report.page;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Figure;
import tonghop.domain.report.FigureComparison;
import tonghop.domain.report.PastFigures;
import tonghop.domain.report.PastFigures.PastFigure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.report.UnitReport;
import tonghop.domain.unit.Unit;
import tonghop.report.data.ReportJson;

/** How a figure is put: its value with mark and unit of count, and how it differs from earlier ones. */
final class FigureText {

    private final Html html;
    private final PastFigures past;

    FigureText(Html html, PastFigures past) {
        this.html = html;
        this.past = past;
    }

    /** The value that is shown: the computed one, else the declared one; absent if it is missing. */
    static @Nullable BigDecimal shown(Figure figure) {
        return figure.value() == null ? figure.declared() : ReportJson.rounded(figure);
    }

    /** Whether there is nothing to be shown, nor a reason for that; a rate over nothing is not missing. */
    static boolean isMissing(Figure figure) {
        return shown(figure) == null && !figure.isOverNothing();
    }

    /** The value of {@code unit}; the script makes a button of it, which leads to the cells. */
    void value(Figure figure, Unit unit) {
        BigDecimal shown = shown(figure);
        if (isMissing(figure)) {
            html.said("span", "figures.missing", "class", "missing");
            return;
        }
        html.open("span", "class", "value", "data-figure", figure.id(), "data-unit", unit.code());
        if (shown == null) {
            html.say("figures.over-nothing").close();
            return;
        }
        marked(shown, figure.qualifier());
        if (figure.kind() == Figure.Kind.INDICATOR) {
            html.text("%");
        } else {
            html.text(" ").element("span", figure.unitOfCount(), "class", "count");
        }
        html.close();
        String note = note(figure);
        if (note != null) {
            html.text(" ").said("span", "figures." + note, "class", "note");
        }
    }

    /** A number with its mark. */
    void marked(BigDecimal number, @Nullable Qualifier mark) {
        if (mark != null) {
            html.say("qualifier." + mark.code()).text(" ");
        }
        html.number(number);
    }

    /** Numerator and denominator of a rate of {@code unit}; nothing where there are none. */
    void counts(Figure figure, UnitReport unit) {
        BigDecimal numerator = figure.numerator();
        BigDecimal denominator = figure.denominator();
        Indicator indicator = figure.indicator();
        if (numerator == null || denominator == null || indicator == null) {
            return;
        }
        html.open("span", "class", "counts");
        marked(numerator, unit.markOf(indicator.numerator()));
        html.text("/");
        marked(denominator, unit.markOf(indicator.denominator()));
        html.close();
    }

    /** What is said beside the value that is shown, if anything: the end of a key of words. */
    static @Nullable String note(Figure figure) {
        if (shown(figure) == null) {
            return null;
        } else if (figure.isNil()) {
            return "nil";
        } else if (figure.value() == null) {
            return "declared";
        }
        return figure.status() == Figure.Status.APPROXIMATE ? "approximate" : null;
    }

    /** A line for the period before and one for the same period last year, where there is something to compare with. */
    void changes(Figure figure) {
        PastPeriod lastYear = past.lastYear();
        PastPeriod before = past.before();
        if (before != null && !before.equals(lastYear)) {
            change(figure, before, "change.before");
        }
        if (lastYear != null) {
            change(figure, lastYear, "change.year");
        }
    }

    private void change(Figure figure, PastPeriod period, String key) {
        Optional<PastFigure> then = period.find(figure.id());
        Optional<FigureComparison> comparison = then.flatMap(past -> FigureComparison.between(figure, past));
        if (then.isEmpty() || comparison.isEmpty()) {
            return;
        }
        FigureComparison change = comparison.get();
        BigDecimal old = figure.kind() == Figure.Kind.INDICATOR
                ? ReportJson.rounded(then.get().value(), figure.decimals())
                : then.get().value();
        String unit = figure.kind() == Figure.Kind.INDICATOR ? "%" : "";
        html.open("span", "class", "change")
                .both(
                        Bundle.vietnamese(
                                key,
                                difference(figure, change, true),
                                period.period().code() + ": " + number(old, true) + unit),
                        Bundle.english(
                                key,
                                difference(figure, change, false),
                                period.period().code() + ": " + number(old, false) + unit));
        if (!change.isComparable()) {
            html.text("; ").say("change.other-units");
        }
        html.close();
    }

    /** Such as {@code ▲ +12 (+5,2%)} or {@code ▼ −3,25 điểm %}. */
    private static String difference(Figure figure, FigureComparison change, boolean isVietnamese) {
        if (change.difference().signum() == 0) {
            return isVietnamese ? Bundle.vietnamese("change.same") : Bundle.english("change.same");
        }
        String signed = signed(change.difference(), isVietnamese);
        String arrow = change.difference().signum() > 0 ? "▲ " : "▼ ";
        BigDecimal percent = change.percent();
        if (percent != null) {
            return arrow + signed + " (" + signed(percent, isVietnamese) + "%)";
        }
        if (figure.kind() == Figure.Kind.INDICATOR) {
            return isVietnamese
                    ? Bundle.vietnamese("change.points", arrow + signed)
                    : Bundle.english("change.points", arrow + signed);
        }
        return arrow + signed;
    }

    private static String signed(BigDecimal value, boolean isVietnamese) {
        String sign = value.signum() > 0 ? "+" : value.signum() < 0 ? "−" : "";
        return sign + number(value.abs(), isVietnamese);
    }

    private static String number(@Nullable BigDecimal value, boolean isVietnamese) {
        return value == null ? "" : Bundle.number(value, isVietnamese);
    }
}
