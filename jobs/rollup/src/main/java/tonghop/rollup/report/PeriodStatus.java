package tonghop.rollup.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Definitions;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Report.Coverage;
import tonghop.domain.time.Deadlines;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.store.Moment;

/**
 * Who has sent what for a period.
 *
 * @param deadlines the last day by level of those who owe anything; levels without a deadline are left out
 * @param units those that owe something or were late: longest overdue first, then as in the registry
 */
public record PeriodStatus(
        Period period, Map<UnitLevel, LocalDate> deadlines, Completeness completeness, List<UnitStatus> units) {

    public PeriodStatus {
        units = List.copyOf(units);
    }

    /** Whether more may still happen in the period. */
    public boolean hasNotEnded(LocalDate today) {
        return !period.to().isBefore(today);
    }

    /**
     * What a unit still owes, and what it sent late.
     *
     * @param deadline absent: nothing is laid down
     * @param missing the ids of the forms that it did not send
     * @param rejected those that it has to mend
     * @param late those that were accepted after the deadline
     */
    public record UnitStatus(
            Unit unit, @Nullable LocalDate deadline, List<String> missing, List<String> rejected, List<String> late) {

        public UnitStatus {
            missing = List.copyOf(missing);
            rejected = List.copyOf(rejected);
            late = List.copyOf(late);
        }

        /** How many forms it still owes. */
        public int owed() {
            return missing.size() + rejected.size();
        }
    }

    /** The status of {@code period} in the territories of {@code tops}. */
    public static PeriodStatus of(
            Period period, Collection<Unit> tops, Definitions definitions, JdbcTemplate template) {
        JdbcClient database = JdbcClient.create(template);
        StoredPeriod stored = StoredPeriod.of(period, Moment.NOW, database);
        FinerSources finer = FinerSources.of(period, Moment.NOW, stored.sent(), definitions, database);
        FormCoverage coverage = FormCoverage.of(definitions, period, Moment.NOW, stored, finer, database);
        UnitTree tree = definitions.unitsOf(period);
        Deadlines calendar = definitions.calendar().deadlines();
        List<Coverage> pairs = tops.stream()
                .flatMap(top -> coverage.pairsWithin(top.code()).stream())
                .toList();
        Map<String, List<Coverage>> byUnit = new LinkedHashMap<>();
        Map<UnitLevel, LocalDate> deadlines = new TreeMap<>();
        for (Coverage pair : pairs) {
            byUnit.computeIfAbsent(pair.unit(), unit -> new ArrayList<>()).add(pair);
            UnitLevel level = tree.get(pair.unit()).level();
            calendar.lastDay(level, period).ifPresent(day -> deadlines.put(level, day));
        }
        List<UnitStatus> units = new ArrayList<>();
        byUnit.forEach((unit, of) -> units.add(status(tree.get(unit), of, deadlines)));
        units.removeIf(unit -> unit.owed() == 0 && unit.late().isEmpty());
        units.sort(PeriodStatus::byUrgency);
        return new PeriodStatus(period, deadlines, Completeness.of(pairs), units);
    }

    private static UnitStatus status(Unit unit, List<Coverage> pairs, Map<UnitLevel, LocalDate> deadlines) {
        return new UnitStatus(
                unit,
                deadlines.get(unit.level()),
                forms(pairs, Coverage.State.MISSING),
                forms(pairs, Coverage.State.REJECTED),
                pairs.stream().filter(Coverage::isLate).map(Coverage::form).toList());
    }

    private static List<String> forms(List<Coverage> pairs, Coverage.State state) {
        return pairs.stream()
                .filter(pair -> pair.state() == state)
                .map(Coverage::form)
                .toList();
    }

    /** Those who owe something before those who were only late; the earliest deadline first, those without last. */
    private static int byUrgency(UnitStatus one, UnitStatus other) {
        int byDebt = Boolean.compare(one.owed() == 0, other.owed() == 0);
        LocalDate first = one.deadline() == null ? LocalDate.MAX : one.deadline();
        LocalDate second = other.deadline() == null ? LocalDate.MAX : other.deadline();
        return byDebt != 0 ? byDebt : first.compareTo(second);
    }
}
