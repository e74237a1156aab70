package tonghop.domain.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Amount;
import tonghop.domain.report.Report.Coverage;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;

/**
 * What rules may ask about a unit and a period: nothing is changed by asking. The units of a question are those that
 * report for the period, by their codes in {@link #units}.
 */
public interface PeriodView {

    Period period();

    UnitTree units();

    /** The unit that is asked about, with its figures and those of the units below it. */
    UnitReport report();

    /** The unit that is asked about and all below it, parents before children. */
    default List<Unit> within() {
        return units().subtreeOf(report().unit().code());
    }

    /** Who owes which form: units from above, forms in the catalogue's order. */
    List<Coverage> coverage();

    /** Whether {@code unit} sent anything that the period stands on, or another unit's sheet has a row about it. */
    boolean hasSent(String unit);

    /** The same of one form that was sent for the period itself, not for a finer one in it. */
    boolean hasSent(String unit, String form);

    /** What was counted in the whole territory of {@code unit}; empty where nobody stated it. */
    Optional<Amount> total(String unit, String measure);

    /** Whether {@code unit} has a part of its own in the total, beside the units below it. */
    boolean hasOwnPart(String unit, String measure);

    /** The cells in which {@code measure} of {@code unit} was stated for the period itself. */
    List<Place> cells(String unit, String measure);

    /** The earlier periods of the same type that this one is compared with, newest first. */
    List<Past> pasts();

    /** By unit and measure, what units last counted in one of the {@link #pasts}; all of them are looked up at once. */
    Map<String, Map<String, BigDecimal>> lastCounted(Collection<String> units, List<String> measures);

    /**
     * What the units {@link #within} had of {@code measures} at the end of the periods that end on the day before this
     * one begins, those that bear a mark left out.
     */
    List<Left> left(List<String> measures);

    /** What was found in the sheets themselves when they were read, and when all that was sent was seen together. */
    List<Finding> findingsOfSheets();

    List<Difference> differences();

    /** What was left blank in the forms that are printed for the unit that is asked about. */
    List<Report.LeftBlank> leftBlank();

    /** An earlier period. The units are those of today: what they were called then is looked up. */
    interface Past {

        Period period();

        /** What {@code unit} counted then; empty where it did not, or was not there. */
        Optional<Amount> find(Unit unit, String measure);

        /** The same where it bears no mark and the same units below stand behind it. */
        Optional<BigDecimal> comparable(Unit unit, String measure);
    }

    /** What a unit had of a stock when a period ended. */
    record Left(Period period, String unit, String measure, BigDecimal value) {}

    /**
     * A statement that something else contradicts.
     *
     * @param source who says the other
     * @param place of the statement
     * @param other what the source says
     * @param periods where these are the source
     */
    record Difference(
            Source source, Place place, String measure, BigDecimal stated, BigDecimal other, List<String> periods) {

        public Difference {
            periods = List.copyOf(periods);
        }

        /** Who contradicts. */
        public enum Source {
            /** The unit itself contradicts the unit above, in whose sheet it has a row. */
            UNIT_ITSELF,
            /** The units below add up to something else than the unit states for them. */
            UNITS_BELOW,
            /** What was sent for the finer periods in the period. */
            FINER_PERIODS
        }
    }
}
