package tonghop.launch.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tonghop.domain.time.Deadlines;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.job.SealedReports;
import tonghop.launch.job.Session;
import tonghop.rollup.record.Seals;
import tonghop.rollup.record.Seals.Seal;
import tonghop.rollup.report.PeriodStatus;
import tonghop.rollup.report.ReportScope;

/** Who has sent what, who is late, what is open or closed. */
@Command(
        name = "status",
        description = {
            "Đơn vị nào đã gửi, chưa gửi, trễ hạn; kỳ nào đang mở, đã chốt.",
            "Who has sent what, who is late, what is open or closed."
        })
public final class StatusCommand extends StoreCommand {

    /** Periods that nothing came in for are shown for so long after their last day. */
    private static final int DAYS_NEAR = 31;

    @Mixin
    private final ReportOptions about = new ReportOptions();

    @Option(
            names = "--json",
            description = "Kết quả cho máy đọc, ra stdout / the result for machines, on standard output")
    private boolean isJson;

    public StatusCommand(Console console, Map<String, String> environment) {
        super(console, environment);
    }

    /**
     * What is told of one period.
     *
     * @param closed absent: it is open
     * @param broken reports of a closed period that are not there as they were closed
     */
    record Told(
            PeriodStatus status,
            Optional<Seal> closed,
            boolean holds,
            List<Seals.Arrival> arrived,
            List<String> broken) {

        Told {
            arrived = List.copyOf(arrived);
            broken = List.copyOf(broken);
        }
    }

    @Override
    Asked asked() {
        return about.asked();
    }

    @Override
    ExitCode over(Session session) throws IOException {
        LocalDate today = LocalDate.ofInstant(session.settings().clock().instant(), Deadlines.ZONE);
        boolean isAskedFor = !session.settings().periods().isEmpty();
        List<Told> told = new ArrayList<>();
        for (Period period : periods(session, today)) {
            told.add(told(period, tops(period, session), session));
        }
        told.removeIf(one -> !isAskedFor && one.status().completeness().expected() == 0 && isEmpty(one));
        if (isJson) {
            print(StatusJson.text(told, today));
        } else {
            print(new StatusText(today, isAskedFor).lines(told));
        }
        return ExitCode.DONE;
    }

    private static boolean isEmpty(Told told) {
        return told.closed().isEmpty() && told.status().completeness().expected() == 0;
    }

    /** Those that were asked for; else those with data, and those that ended a short while ago, latest first. */
    private static List<Period> periods(Session session, LocalDate today) {
        Set<Period> periods = new LinkedHashSet<>();
        List<String> asked = session.settings().periods();
        if (asked.isEmpty()) {
            periods.addAll(session.tools().scope().periods());
            periods.addAll(
                    session.catalogue().definitions().calendar().endedBetween(today.minusDays(DAYS_NEAR), today));
        } else {
            asked.stream().map(session::period).forEach(periods::add);
        }
        return periods.stream()
                .sorted(Comparator.comparing(Period::to)
                        .reversed()
                        .thenComparing(Period::from)
                        .thenComparing(Period::code))
                .toList();
    }

    /** The unit that was asked for; else the provinces that reported for the period, or ever. */
    private static List<Unit> tops(Period period, Session session) {
        UnitTree tree = session.catalogue().definitions().unitsOf(period);
        String code = session.settings().unit();
        if (code != null) {
            return tree.find(code).stream().toList();
        }
        ReportScope scope = session.tools().scope();
        List<Unit> reporting = scope.provinces(period);
        if (!reporting.isEmpty()) {
            return reporting;
        }
        Set<String> ever = scope.periods().stream()
                .flatMap(other -> scope.provinces(other).stream())
                .map(Unit::code)
                .collect(Collectors.toSet());
        return tree.all().stream().filter(unit -> ever.contains(unit.code())).toList();
    }

    private static Told told(Period period, List<Unit> tops, Session session) throws IOException {
        Seals seals = session.tools().seals();
        PeriodStatus status = PeriodStatus.of(
                period, tops, session.catalogue().definitions(), session.tools().template());
        Optional<Seal> seal = seals.of(period.code());
        return new Told(
                status,
                seal,
                seal.map(seals::holds).orElse(true),
                seal.map(seals::arrivedAfter).orElse(List.of()),
                seal.isPresent()
                        ? SealedReports.broken(seal.get(), session.settings().out())
                        : List.of());
    }
}
