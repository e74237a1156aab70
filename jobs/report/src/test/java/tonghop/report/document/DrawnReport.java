package tonghop.report.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Figure.Kind;
import tonghop.domain.report.Figure.Status;
import tonghop.domain.report.PastFigures;
import tonghop.domain.report.PastFigures.PastFigure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.fixtures.DrawnFigure;

/** A report on Đắk Nông, drawn figure by figure. */
final class DrawnReport {

    private final Period period;
    private final Period lastYear;
    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, PastFigure> past = new HashMap<>();

    DrawnReport(Period period, Period lastYear) {
        this.period = period;
        this.lastYear = lastYear;
    }

    DrawnReport counted(String id, String value) {
        return add(id, Kind.MEASURE, value, null, null, 8, 8);
    }

    DrawnReport counted(String id, Qualifier mark, String value) {
        return add(id, Kind.MEASURE, value, mark, null, 8, 8);
    }

    DrawnReport countedBy(int reported, int expected, String id, String value) {
        return add(id, Kind.MEASURE, value, null, null, reported, expected);
    }

    DrawnReport rate(String id, String value) {
        return add(id, Kind.INDICATOR, value, null, null, 8, 8);
    }

    DrawnReport declared(String id, String rate) {
        return add(id, Kind.INDICATOR, null, null, rate, 1, 1);
    }

    DrawnReport declared(String id, Qualifier mark, String rate) {
        return add(id, Kind.INDICATOR, null, mark, rate, 1, 1);
    }

    /** A rate with the marks that its counts have. */
    DrawnReport rate(Indicator indicator, String numerator, String denominator) {
        BigDecimal above = new BigDecimal(numerator);
        BigDecimal below = new BigDecimal(denominator);
        BigDecimal value = below.signum() == 0
                ? null
                : above.multiply(BigDecimal.valueOf(100)).divide(below, MathContext.DECIMAL64);
        figures.add(new Figure(
                indicator.id(),
                "Tên của " + indicator.id(),
                Kind.INDICATOR,
                Status.COMPUTED,
                value,
                null,
                above,
                below,
                null,
                null,
                null,
                null,
                "%",
                indicator.decimals(),
                8,
                0,
                8,
                false,
                indicator,
                null));
        return this;
    }

    DrawnReport missing(String id) {
        return add(id, Kind.MEASURE, null, null, null, 0, 8);
    }

    DrawnReport lastYear(String id, String value) {
        past.put(id, new PastFigure(new BigDecimal(value), null, null, null, true));
        return this;
    }

    DrawnReport lastYearOfOtherUnits(String id, String value) {
        past.put(id, new PastFigure(new BigDecimal(value), null, null, null, false));
        return this;
    }

    private DrawnReport add(
            String id,
            Kind kind,
            @Nullable String value,
            @Nullable Qualifier mark,
            @Nullable String declared,
            int reported,
            int expected) {
        figures.add(DrawnFigure.of(id, "Tên của " + id, kind)
                .status(value == null ? Status.MISSING : Status.REPORTED)
                .value(value, mark)
                .declared(declared)
                .in(kind == Kind.INDICATOR ? "%" : "lượt", 2)
                .reportedBy(reported, expected)
                .nature(id.endsWith(".rank") ? Nature.RANK : kind == Kind.MEASURE ? Nature.FLOW : null)
                .drawn());
        return this;
    }

    Report report() {
        return report(new Unit("67", "Tỉnh Đắk Nông", UnitLevel.PROVINCE, "VN", Validity.ALWAYS, List.of()));
    }

    Report report(Unit of) {
        PastPeriod then = new PastPeriod(lastYear, past);
        return new Report(
                period,
                new UnitReport(of, new Completeness(0, 0, 0, 0, 0), figures, List.of()),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new PastFigures(List.of(then), then, then),
                null);
    }
}
