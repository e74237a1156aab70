package tonghop.launch.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tonghop.catalogue.Catalogue;
import tonghop.domain.time.Deadlines;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.Harmless;
import tonghop.launch.job.SealedReports;
import tonghop.launch.job.Session;
import tonghop.launch.job.Settings;
import tonghop.launch.postgres.Database;
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
public final class StatusCommand implements Callable<Integer> {

    /** Periods that nothing came in for are shown for so long after their last day. */
    private static final int DAYS_NEAR = 31;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--json",
            description = "Kết quả cho máy đọc, ra stdout / the result for machines, on standard output")
    private boolean isJson;

    private final Console console;
    private final Map<String, String> environment;

    public StatusCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
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
    public Integer call() throws IOException {
        Catalogue catalogue = options.catalogue(environment);
        Settings settings = options.settings(List.of(), false, catalogue, environment);
        LocalDate today = LocalDate.ofInstant(settings.clock().instant(), Deadlines.ZONE);
        List<Told> told = new ArrayList<>();
        try (Database database = Database.open(options.db(), settings.home(), environment);
                Session session = Session.open(settings, catalogue, database, console)) {
            for (Period period : periods(settings, catalogue, session, today)) {
                List<Unit> tops = tops(period, settings, catalogue, session);
                told.add(told(period, tops, settings, catalogue, session));
            }
        }
        told.removeIf(one ->
                settings.periods().isEmpty() && one.status().completeness().expected() == 0 && isEmpty(one));
        PrintWriter out = spec.commandLine().getOut();
        if (isJson) {
            out.print(StatusJson.text(told, today));
        } else {
            new StatusText(today, !settings.periods().isEmpty())
                    .lines(told).stream().map(Harmless::line).forEach(out::println);
        }
        out.flush();
        return ExitCode.DONE.number();
    }

    private static boolean isEmpty(Told told) {
        return told.closed().isEmpty() && told.status().completeness().expected() == 0;
    }

    /** Those that were asked for; else those with data, and those that ended a short while ago, latest first. */
    private static List<Period> periods(Settings settings, Catalogue catalogue, Session session, LocalDate today) {
        Set<Period> periods = new LinkedHashSet<>();
        if (settings.periods().isEmpty()) {
            periods.addAll(session.part(ReportScope.class).periods());
            periods.addAll(catalogue.definitions().calendar().endedBetween(today.minusDays(DAYS_NEAR), today));
        } else {
            settings.periods().stream()
                    .map(code -> catalogue.definitions().calendar().find(code).orElseThrow())
                    .forEach(periods::add);
        }
        return periods.stream()
                .sorted(Comparator.comparing(Period::to)
                        .reversed()
                        .thenComparing(Period::from)
                        .thenComparing(Period::code))
                .toList();
    }

    /** The unit that was asked for; else the provinces that reported for the period, or ever. */
    private static List<Unit> tops(Period period, Settings settings, Catalogue catalogue, Session session) {
        UnitTree tree = catalogue.definitions().unitsOf(period);
        String code = settings.unit();
        if (code != null) {
            return tree.find(code).stream().toList();
        }
        ReportScope scope = session.part(ReportScope.class);
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

    private static Told told(Period period, List<Unit> tops, Settings settings, Catalogue catalogue, Session session)
            throws IOException {
        Seals seals = session.part(Seals.class);
        PeriodStatus status = PeriodStatus.of(period, tops, catalogue.definitions(), session.part(JdbcTemplate.class));
        Optional<Seal> seal = seals.of(period.code());
        return new Told(
                status,
                seal,
                seal.map(seals::holds).orElse(true),
                seal.map(seals::arrivedAfter).orElse(List.of()),
                seal.isPresent() ? SealedReports.broken(seal.get(), settings.out()) : List.of());
    }
}
