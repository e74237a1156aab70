package tonghop.domain.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.Amount;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;

/**
 * The consolidated report of one unit and period ('báo cáo tổng hợp').
 *
 * @param above the unit that the report goes to; absent for the country
 * @param tables each form, filled at this level
 * @param leaves every observation that the figures stand on
 * @param coverage who owes which form, and what became of it
 * @param submissions every sheet that was sent about this unit or one below it, for this period
 * @param past what the unit reported before
 * @param sinceClosing what became different since the period was last closed; absent if it never was
 */
public record Report(
        Period period,
        UnitReport top,
        @Nullable Unit above,
        List<FilledForm> tables,
        List<Leaf> leaves,
        List<Coverage> coverage,
        List<SentSheet> submissions,
        List<LocatedFinding> findings,
        PastFigures past,
        @Nullable SinceClosing sinceClosing) {

    public Report {
        tables = List.copyOf(tables);
        leaves = List.copyOf(leaves);
        coverage = List.copyOf(coverage);
        submissions = List.copyOf(submissions);
        findings = List.copyOf(findings);
    }

    /** The same report with what became different since the period was closed. */
    public Report since(SinceClosing closing) {
        return new Report(period, top, above, tables, leaves, coverage, submissions, findings, past, closing);
    }

    /**
     * What became different since a period was closed and opened again.
     *
     * @param closedOn the day in Vietnam
     * @param change against the report that was sealed then; absent if there was none of this unit
     */
    public record SinceClosing(LocalDate closedOn, @Nullable ReportChange change) {}

    /**
     * A form with one line for each unit directly below, one for the unit's own part, or one for each item.
     *
     * @param blankTotals the columns that have no total, since a cell in them was left blank
     * @param leftBlank why cells were left blank that have figures
     */
    public record FilledForm(Form form, List<Line> lines, Set<Integer> blankTotals, List<LeftBlank> leftBlank) {

        public FilledForm {
            lines = List.copyOf(lines);
            blankTotals = Set.copyOf(blankTotals);
            leftBlank = List.copyOf(leftBlank);
        }

        /** One without anything left blank. */
        public FilledForm(Form form, List<Line> lines) {
            this(form, lines, Set.of(), List.of());
        }
    }

    /**
     * Cells of a printed form that were left blank since a printed rule cannot hold in what was put together there: its
     * totals, never its parts.
     *
     * @param form the id of the form
     * @param label of the line; empty for the total row
     * @param left what the rule's left side came to, and {@code right} the other one
     */
    public record LeftBlank(String form, String label, FormRule rule, BigDecimal left, BigDecimal right) {}

    /**
     * A row of a filled form.
     *
     * @param unit the code of the unit that the line is about; absent for a category
     * @param values by column number; a column without a value is blank
     * @param texts of a list's item: its attributes
     */
    public record Line(String label, @Nullable String unit, Map<Integer, Amount> values, Map<String, String> texts) {

        public Line {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
            texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        }
    }

    /**
     * An observation with its source.
     *
     * @param period the code of the period that it was sent for: the report's, or a finer one in it
     * @param sender the code of the unit that sent the sheet
     * @param counts whether it goes into the figure of its measure, as it is: not if another sheet counts in its place,
     *     or if its figure is made of others
     * @param status {@code reported}, {@code approximate} or {@code declared}
     */
    public record Leaf(
            String unit,
            String sender,
            String period,
            String form,
            String measure,
            Nature nature,
            String row,
            boolean counts,
            BigDecimal value,
            @Nullable Qualifier qualifier,
            Figure.Status status,
            String unitOfCount,
            String file,
            String sheet,
            String cell) {}

    /**
     * What became of a form that a unit owes.
     *
     * @param isLate whether it was accepted, and came in first after the deadline
     */
    public record Coverage(String unit, String unitName, String form, State state, boolean isLate) {

        /** The three ends of what is owed. */
        public enum State {
            ACCEPTED,
            REJECTED,
            MISSING;

            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** A sheet that was taken in. */
    public record SentSheet(
            String file,
            String sha256,
            String sheet,
            String form,
            String unit,
            String period,
            SubmissionState state,
            CellLedger cells) {}

    /**
     * A finding with its wording.
     *
     * @param impact by how much it could change the figure of the report's unit, in that measure's unit of count;
     *     absent where that cannot be said
     */
    public record LocatedFinding(
            Finding finding,
            String vietnamese,
            String english,
            @Nullable BigDecimal impact) {

        /** One whose impact nobody asked for. */
        public LocatedFinding(Finding finding, String vietnamese, String english) {
            this(finding, vietnamese, english, null);
        }
    }
}
