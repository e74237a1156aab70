package tonghop.rollup.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Indicator;
import tonghop.domain.report.Explanation;
import tonghop.domain.report.Explanation.Role;
import tonghop.domain.report.Figure;
import tonghop.domain.report.FigureId;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.rollup.sum.Pairs;
import tonghop.rollup.sum.RollUp;

/** Walks figures of one period back to the cells that they stand on. */
public final class Explanations {

    private final Period period;
    private final Reports reports;
    private final Pairs pairs;

    private Explanations(Period period, Definitions definitions, Reports reports) {
        this.period = period;
        this.reports = reports;
        this.pairs = Pairs.of(definitions);
    }

    /** Those of {@code period}, whose roll-up must be up to date. */
    public static Explanations of(Period period, Definitions definitions, JdbcTemplate template) {
        return new Explanations(period, definitions, Reports.of(period, definitions, template));
    }

    /**
     * The same as of a moment in the past, in the transaction in which {@link RollUp#update(Period, Instant)} was
     * called.
     */
    public static Explanations of(Period period, Instant asOf, Definitions definitions, JdbcTemplate template) {
        return new Explanations(period, definitions, Reports.of(period, asOf, definitions, template));
    }

    /** The figures that {@code unit} has. */
    public List<Figure> figuresOf(Unit unit) {
        return reports.figuresOf(unit);
    }

    /**
     * Explains a figure.
     *
     * @param id of a measure or indicator, with its breakdown if it is one
     * @return empty if the unit has no such figure
     */
    public Optional<Explanation> find(Unit unit, FigureId id) {
        return reports.figuresOf(unit).stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .map(figure -> explain(unit, figure));
    }

    private Explanation explain(Unit unit, Figure figure) {
        Walks walks = reports.walks();
        List<Explanation.Cell> cells = new ArrayList<>();
        String formula;
        Indicator indicator = figure.indicator();
        if (indicator != null && figure.ratio().isPresent()) {
            pairs.sideOf(indicator, indicator.numerator())
                    .forEach(id -> cells.addAll(walks.from(unit, FigureId.of(id), Role.NUMERATOR)));
            pairs.sideOf(indicator, indicator.denominator())
                    .forEach(id -> cells.addAll(walks.from(unit, FigureId.of(id), Role.DENOMINATOR)));
            formula = "(%s) / (%s) × 100"
                    .formatted(String.join(" + ", indicator.numerator()), String.join(" + ", indicator.denominator()));
        } else {
            formula = walks.formula(unit, figure);
            if (figure.value() != null) {
                cells.addAll(walks.from(unit, figure.id(), Role.VALUE));
            }
        }
        if (figure.stated().isPresent()) {
            cells.addAll(walks.from(unit, figure.id(), Role.DECLARED));
        }
        return new Explanation(unit, period, figure, formula, cells);
    }
}
