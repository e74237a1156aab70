package tonghop.report.document;

import java.math.BigDecimal;
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
import tonghop.domain.report.Figure.Sent;
import tonghop.domain.report.FigureId;
import tonghop.domain.report.PastFigures;
import tonghop.domain.report.PastFigures.PastFigure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.report.samples.DrawnFigures;

/** A report on Đắk Nông, drawn figure by figure. */
final class DrawnReport {

    private static final Sent ALL = new Sent(8, 0, 8);

    private final Period period;
    private final Period lastYear;
    private final List<Figure> figures = new ArrayList<>();
    private final Map<FigureId, PastFigure> past = new HashMap<>();

    DrawnReport(Period period, Period lastYear) {
        this.period = period;
        this.lastYear = lastYear;
    }

    DrawnReport counted(String id, String value) {
        return add(count(id, value, null, ALL));
    }

    DrawnReport counted(String id, Qualifier mark, String value) {
        return add(count(id, value, mark, ALL));
    }

    DrawnReport countedBy(int reported, int expected, String id, String value) {
        return add(count(id, value, null, new Sent(reported, 0, expected)));
    }

    DrawnReport rate(String id, String value) {
        return add(DrawnFigures.rate(id, label(id), value, null, ALL));
    }

    DrawnReport declared(String id, String rate) {
        return add(DrawnFigures.declared(id, label(id), rate, null));
    }

    DrawnReport declared(String id, Qualifier mark, String rate) {
        return add(DrawnFigures.declared(id, label(id), rate, mark));
    }

    /** A rate with the marks that its counts have. */
    DrawnReport rate(Indicator indicator, String numerator, String denominator) {
        return add(DrawnFigures.rate(indicator, numerator, denominator, null, null, null, ALL));
    }

    DrawnReport missing(String id) {
        return add(count(id, null, null, new Sent(0, 0, 8)));
    }

    DrawnReport lastYear(String id, String value) {
        past.put(FigureId.of(id), new PastFigure(new BigDecimal(value), null, null, null, true));
        return this;
    }

    DrawnReport lastYearOfOtherUnits(String id, String value) {
        past.put(FigureId.of(id), new PastFigure(new BigDecimal(value), null, null, null, false));
        return this;
    }

    private static Figure count(String id, @Nullable String value, @Nullable Qualifier mark, Sent sent) {
        return DrawnFigures.count(id, label(id), id.endsWith(".rank") ? Nature.RANK : Nature.FLOW, value, mark, sent);
    }

    private static String label(String id) {
        return "Tên của " + id;
    }

    private DrawnReport add(Figure figure) {
        figures.add(figure);
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
