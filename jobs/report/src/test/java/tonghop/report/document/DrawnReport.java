package tonghop.report.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Completeness;
import tonghop.domain.Figure;
import tonghop.domain.Figure.Kind;
import tonghop.domain.Figure.Status;
import tonghop.domain.PastFigures;
import tonghop.domain.PastFigures.PastFigure;
import tonghop.domain.PastFigures.PastPeriod;
import tonghop.domain.Period;
import tonghop.domain.Qualifier;
import tonghop.domain.Report;
import tonghop.domain.Unit;
import tonghop.domain.UnitLevel;
import tonghop.domain.UnitReport;
import tonghop.domain.Validity;

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

    DrawnReport declared(String id, Qualifier mark, String rate) {
        return add(id, Kind.INDICATOR, null, mark, rate, 1, 1);
    }

    DrawnReport missing(String id) {
        return add(id, Kind.MEASURE, null, null, null, 0, 8);
    }

    DrawnReport lastYear(String id, String value) {
        past.put(id, new PastFigure(new BigDecimal(value), null, null, false, true));
        return this;
    }

    DrawnReport lastYearOfOtherUnits(String id, String value) {
        past.put(id, new PastFigure(new BigDecimal(value), null, null, false, false));
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
        figures.add(new Figure(
                id,
                "Tên của " + id,
                kind,
                value == null ? Status.MISSING : Status.REPORTED,
                value == null ? null : new BigDecimal(value),
                mark,
                null,
                null,
                null,
                null,
                declared == null ? null : new BigDecimal(declared),
                null,
                kind == Kind.INDICATOR ? "%" : "lượt",
                2,
                reported,
                0,
                expected,
                false,
                null));
        return this;
    }

    Report report() {
        Unit province = new Unit("67", "Tỉnh Đắk Nông", UnitLevel.PROVINCE, "VN", Validity.ALWAYS, List.of());
        PastPeriod then = new PastPeriod(lastYear, past);
        return new Report(
                period,
                new UnitReport(province, new Completeness(0, 0, 0, 0, 0), figures, List.of()),
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
