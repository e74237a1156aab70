package tonghop.domain.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Require;
import tonghop.domain.UnitLevel;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;

/**
 * One version of a table that units fill in ('biểu mẫu').
 *
 * @param id the form's number, such as {@code 01/TCD}
 * @param issuedBy the circular that it comes from, or the province
 * @param validity the periods that it is for, by their last day
 * @param rows what its rows stand for
 * @param blank the file name of the blank workbook, beside the definition
 * @param signs what stands in a sheet of this form, besides its number and title
 * @param columns the numbered columns
 * @param derived measures that are sums of columns
 * @param counts of a list: measures that count its items
 * @param owed who has to send it
 * @param standsFor other forms that need not be sent where this one was
 */
public record Form(
        String id,
        String title,
        String issuedBy,
        Validity validity,
        Rows rows,
        String blank,
        List<String> signs,
        List<Column> columns,
        List<Derived> derived,
        List<ItemCount> counts,
        List<FormRule> rules,
        List<Obligation> owed,
        List<String> standsFor) {

    public Form {
        signs = List.copyOf(signs);
        columns = List.copyOf(columns);
        derived = List.copyOf(derived);
        counts = List.copyOf(counts);
        rules = List.copyOf(rules);
        owed = List.copyOf(owed);
        standsFor = List.copyOf(standsFor);
    }

    /** What the rows of a form stand for. */
    public enum Rows {
        /** Units below the sender, and offices inside it. */
        UNITS,
        /** Kinds of business of the one unit that sends it. */
        CATEGORIES,
        /** One item a row, such as a model, which are counted. */
        LIST
    }

    /**
     * A numbered column: a measure, or an attribute of a list's items.
     *
     * @param no the number in the form's column-number row
     * @param measure absent in a list's text column
     * @param attribute the name of a list's text column: {@code name}, {@code unit} or another
     * @param values the texts that the attribute may take; empty: any
     */
    public record Column(
            int no, @Nullable Measure measure, @Nullable String attribute, String label, List<String> values) {

        public Column {
            Require.that((measure == null) != (attribute == null), "column %d is a measure or an attribute", no);
            values = List.copyOf(values);
        }
    }

    /** A measure that is a sum of columns, such as {@code complaints.settled = 5 + 6} of 01/KQGQ. */
    public record Derived(Measure measure, ColumnSum sum) {}

    /**
     * A measure that counts the items of a list.
     *
     * @param attribute counted only where this attribute has one of {@code values}; absent: every item
     */
    public record ItemCount(Measure measure, @Nullable String attribute, Set<String> values) {

        public ItemCount {
            values = Set.copyOf(values);
        }
    }

    /**
     * A level of units that has to send a form.
     *
     * @param validity the days on which it holds, of which a unit's last day in the period counts
     * @param periods the kinds of period that it is due for
     */
    public record Obligation(UnitLevel level, Validity validity, Set<PeriodType> periods) {

        public Obligation {
            periods = Set.copyOf(periods);
        }

        /** Whether {@code unit} owes the form for {@code period}, by the unit's last day in it. */
        boolean binds(Unit unit, Period period) {
            return level == unit.level() && periods.contains(period.type()) && validity.holdsOn(unit.lastDayIn(period));
        }
    }

    /** The form's number as a file name, such as {@code 01-TCD}. */
    public String fileName() {
        return id.replace('/', '-');
    }

    /** Whether it is the version for {@code period}. */
    public boolean isFor(Period period) {
        return validity.holdsOn(period.to());
    }

    /**
     * Whether {@code unit} has to send it for {@code period}. A unit that ended inside the period owes what it owed on
     * its last day.
     */
    public boolean isOwedBy(Unit unit, Period period) {
        return isFor(period) && owed.stream().anyMatch(obligation -> obligation.binds(unit, period));
    }

    public Optional<Column> column(int no) {
        return columns.stream().filter(column -> column.no() == no).findFirst();
    }

    /** Every measure that the form gives, by id, in the order of its columns. */
    public Map<String, Measure> measures() {
        return statedMeasures()
                .collect(Collectors.toMap(
                        Measure::id, measure -> measure, (first, second) -> first, LinkedHashMap::new));
    }

    /** The measures of all columns, sums and counts; one may stand in several. */
    public Stream<Measure> statedMeasures() {
        Stream<Measure> ofColumns = columns.stream().flatMap(column -> Stream.ofNullable(column.measure()));
        Stream<Measure> computed = Stream.concat(
                derived.stream().map(Derived::measure), counts.stream().map(ItemCount::measure));
        return Stream.concat(ofColumns, computed);
    }
}
