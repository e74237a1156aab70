package tonghop.domain.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.Form;
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

    /** A form with one line for each unit directly below, one for the unit's own part, or one for each item. */
    public record FilledForm(Form form, List<Line> lines) {

        public FilledForm {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A row of a filled form.
     *
     * @param unit the code of the unit that the line is about; absent for a category
     * @param values by column number; a column without a value is blank
     * @param texts of a list's item: its attributes
     */
    public record Line(String label, @Nullable String unit, Map<Integer, Value> values, Map<String, String> texts) {

        public Line {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
            texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        }
    }

    /** A number with its mark. */
    public record Value(BigDecimal value, @Nullable Qualifier qualifier) {}

    /**
     * An observation with its source.
     *
     * @param period the code of the period that it was sent for: the report's, or a finer one in it
     * @param status {@code reported}, {@code approximate} or {@code declared}
     */
    public record Leaf(
            String unit,
            String period,
            String form,
            String measure,
            String row,
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
