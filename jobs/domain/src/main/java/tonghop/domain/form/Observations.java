package tonghop.domain.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.TableRow.Kind;

/** The observations that a submission makes: what its rows say, without the rows that only sum up others. */
public final class Observations {

    private final Submission submission;
    private final boolean isAlone;
    private final List<Observation> observations = new ArrayList<>();

    private Observations(Submission submission) {
        this.submission = submission;
        this.isAlone =
                submission.rows().stream().filter(row -> row.kind().isLeaf()).count() <= 1;
    }

    /** In the order of the sheet's rows, and in a row in the order of the columns. */
    public static List<Observation> of(Submission submission) {
        Observations observations = new Observations(submission);
        submission.rows().forEach(observations::addRow);
        return List.copyOf(observations.observations);
    }

    private void addRow(TableRow row) {
        if (row.kind().isLeaf()) {
            addStated(row, column -> true);
            addDerived(row, column -> true);
            addCounts(row);
        } else if (row.kind() == Kind.TOTAL) {
            // A rate or a rank in the total row is what the sender states of itself; so is a count that no row gives.
            addStated(row, column -> column.measure() != null && isStatement(submission.rows(), column));
            addDerived(row, column -> isGivenByNoRow(submission.rows(), column));
        }
    }

    /**
     * Whether the total row's cell in {@code column} is a statement of the sender, rather than a control of its rows.
     *
     * @param rows of the whole table
     */
    public static boolean isStatement(List<TableRow> rows, Form.Column column) {
        Measure measure = column.measure();
        return measure != null && (measure.staysWhereStated() || isGivenByNoRow(rows, column.no()));
    }

    private static boolean isGivenByNoRow(List<TableRow> rows, int column) {
        return rows.stream()
                .noneMatch(row -> row.kind().isLeaf() && row.entries().containsKey(column));
    }

    private void addStated(TableRow row, Predicate<Form.Column> counts) {
        for (Form.Column column : submission.form().columns()) {
            Entry entry = row.entries().get(column.no());
            Measure measure = column.measure();
            if (entry != null && measure != null && counts.test(column)) {
                add(row, measure, entry.value(), entry.qualifier(), entry.cell(), entry.raw());
            }
        }
    }

    private void addDerived(TableRow row, IntPredicate counts) {
        Map<Integer, BigDecimal> values = row.values();
        for (Form.Derived derived : submission.form().derived()) {
            ColumnSum sum = derived.sum();
            if (sum.isAddedToIn(values) && sum.columns().stream().allMatch(counts::test)) {
                List<ColumnSum.Term> given = sum.terms().stream()
                        .filter(term -> row.entries().containsKey(term.column()))
                        .toList();
                String cells = given.stream()
                        .map(term -> (term.factor() < 0 ? "-" : "+") + cellOf(row, term.column()))
                        .collect(Collectors.joining());
                String formula = cells.startsWith("+") ? cells.substring(1) : cells;
                add(row, derived.measure(), sum.of(values), qualifierOf(given, row), formula, "");
            }
        }
    }

    private static @Nullable Qualifier qualifierOf(List<ColumnSum.Term> given, TableRow row) {
        Qualifier qualifier = null;
        for (ColumnSum.Term term : given) {
            Entry entry = row.entries().get(term.column());
            Qualifier mark = entry == null ? null : entry.qualifier();
            qualifier = Qualifier.combine(qualifier, term.factor() < 0 ? Qualifier.reversed(mark) : mark);
        }
        return qualifier;
    }

    private void addCounts(TableRow row) {
        if (row.kind() != Kind.ITEM) {
            return;
        }
        Qualifier qualifier = submission.isOpen() ? Qualifier.AT_LEAST : null;
        for (Form.ItemCount count : submission.form().counts()) {
            String text = count.attribute() == null ? "" : row.texts().getOrDefault(count.attribute(), "");
            if (count.attribute() == null || count.values().contains(text)) {
                add(row, count.measure(), BigDecimal.ONE, qualifier, row.labelCell(), row.label());
            }
        }
    }

    private void add(
            TableRow row, Measure measure, BigDecimal value, @Nullable Qualifier qualifier, String cell, String raw) {
        String unit = row.unit() == null ? submission.unit() : row.unit();
        Observation.Scope scope = switch (row.kind()) {
            case UNIT, TOTAL -> Observation.Scope.WHOLE;
            case SENDER -> isAlone ? Observation.Scope.WHOLE : Observation.Scope.PART;
            case CHILDREN -> Observation.Scope.CHILDREN;
            default -> Observation.Scope.PART;
        };
        observations.add(new Observation(unit, row.label(), row.number(), measure, value, qualifier, scope, cell, raw));
    }

    private static String cellOf(TableRow row, int column) {
        Entry entry = row.entries().get(column);
        return entry == null ? "" : entry.cell();
    }
}
