import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Corrects one district of the newest year, and runs: what does that cost after no year, after 12 and after 48?
 *
 * <p>Arguments: the folder of the catalogue, how many units, how many rounds, and how many earlier years, of each history
 * one. Every history has a database and an output folder of its own; they are run in turns. Tells the medians, of whole
 * runs in which one file is read and one report written, of the time by the clock, of our processor time, and of the time
 * that the database was at work; the last two are to be compared where other programs run beside.
 */
public final class RollAgain {

    private static final int YEAR = 2023;
    private static final String PROVINCE = "P1";

    /** By form: the measures that are counted, and those that are their sum. */
    private static final Map<String, Map<String, List<String>>> FORMS = Map.of(
            "01/TCD",
            Map.of(
                    "reception.visits",
                            List.of("reception.regular-visits", "reception.chief-visits", "reception.delegated-visits"),
                    "reception.people",
                            List.of("reception.regular-people", "reception.chief-people", "reception.delegated-people")),
            "II.06",
            Map.of(
                    "procedures.received", List.of("procedures.received-online", "procedures.received-direct"),
                    "procedures.resolved", List.of("procedures.resolved-early", "procedures.resolved-on-time")));

    private final Path folder;
    private final int units;
    private final int years;
    private final Object server;
    private int corrections;

    private RollAgain(Path folder, int units, int years) throws Exception {
        this.folder = folder;
        this.units = units;
        this.years = years;
        Method open = Class.forName("tonghop.launch.postgres.EmbeddedServer").getDeclaredMethod("open", Path.class);
        open.setAccessible(true);
        // Kept open, or every run would also start and stop it.
        this.server = open.invoke(null, folder.resolve("home"));
    }

    /**
     * What a run took.
     *
     * @param clock in milliseconds
     * @param processor of this process, in milliseconds
     * @param database in milliseconds
     */
    private record Cost(long clock, long processor, long database) {}

    public static void main(String[] arguments) throws Exception {
        Path catalogue = Path.of(arguments[0]);
        int units = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        Path all = Files.createTempDirectory("tonghop-benchmark-");
        Map<RollAgain, List<Cost>> costs = new LinkedHashMap<>();
        for (int index = 3; index < arguments.length; index++) {
            RollAgain history = new RollAgain(
                    Files.createDirectories(all.resolve(arguments[index])), units, Integer.parseInt(arguments[index]));
            history.fill(catalogue);
            costs.put(history, new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<RollAgain, List<Cost>> history : costs.entrySet()) {
                history.getValue().add(history.getKey().correct());
            }
        }
        costs.forEach((history, measured) -> System.out.printf(
                "%d units, 2 forms, %2d earlier years: clock %s, processor %s, database %s%n",
                units,
                history.years,
                spread(measured, Cost::clock),
                spread(measured, Cost::processor),
                spread(measured, Cost::database)));
        for (RollAgain history : costs.keySet()) {
            history.ask("close");
        }
        try (Stream<Path> files = Files.walk(all)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    /** Median, least and most. */
    private static String spread(List<Cost> costs, ToLongFunction<Cost> of) {
        long[] sorted = costs.stream().mapToLong(of).sorted().toArray();
        return "%d ms (%d to %d)".formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /** A province with so many districts, each with both forms for every year, and the reports of all years. */
    private void fill(Path catalogue) throws Exception {
        copy(catalogue, folder.resolve("templates"));
        Path registry = folder.resolve("templates/units/units.csv");
        Files.writeString(registry, PROVINCE + ",Tỉnh Đo,province,VN,,,\n", StandardOpenOption.APPEND);
        for (int unit = 0; unit < units; unit++) {
            Files.writeString(
                    registry,
                    "%s,Huyện thứ %d,district,%s,,,\n".formatted(code(unit), unit, PROVINCE),
                    StandardOpenOption.APPEND);
        }
        for (String form : List.of("01-TCD", "II.06")) {
            Path definition = folder.resolve("templates/forms/" + form + ".yaml");
            Files.writeString(definition, Files.readString(definition).replaceAll("(?m)^valid: .*$", ""));
        }
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        for (int back = 1; back <= years; back++) {
            List<String> lines = new ArrayList<>();
            for (int unit = 0; unit < units; unit++) {
                addLines(unit, YEAR - back, 0, lines);
            }
            Files.writeString(inbox.resolve(YEAR - back + ".json"), "[" + String.join(",\n", lines) + "]");
        }
        for (int unit = 0; unit < units; unit++) {
            send(unit, 0);
        }
        long start = System.nanoTime();
        String said = run();
        System.err.printf("%d years filled in %d s%n", years, (System.nanoTime() - start) / 1_000_000_000);
        if (!said.contains(years + 1 + " reports written")) {
            throw new IllegalStateException(said);
        }
    }

    /** Another figure for one district, and what the run costs that takes it in. */
    private Cost correct() throws Exception {
        send(corrections % units, ++corrections);
        long database = millisecondsInDatabase();
        long processor = nanosecondsOfProcessor();
        long start = System.nanoTime();
        String said = run();
        long clock = System.nanoTime() - start;
        if (!said.contains("1 of them new and read") || !said.contains("1 reports written")) {
            throw new IllegalStateException(said);
        }
        return new Cost(
                clock / 1_000_000,
                (nanosecondsOfProcessor() - processor) / 1_000_000,
                millisecondsInDatabase() - database);
    }

    private static long nanosecondsOfProcessor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private long millisecondsInDatabase() throws Exception {
        try (Connection connection = DriverManager.getConnection(ask("jdbcUrl"), ask("user"), ask("password"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select active_time from pg_stat_database where datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What the server says of itself; it says nothing when it is closed. */
    private String ask(String what) throws Exception {
        Method method = server.getClass().getDeclaredMethod(what);
        method.setAccessible(true);
        return (String) method.invoke(server);
    }

    private void send(int unit, int more) throws IOException {
        List<String> lines = new ArrayList<>();
        addLines(unit, YEAR, more, lines);
        Files.writeString(folder.resolve("inbox").resolve(code(unit) + ".json"), "[" + String.join(",\n", lines) + "]");
    }

    private static void addLines(int unit, int year, int more, List<String> lines) {
        FORMS.forEach((form, sums) -> sums.forEach((sum, parts) -> {
            int total = 0;
            for (String part : parts) {
                int value = 100 + unit % 7 + year % 5 + more;
                total += value;
                lines.add(line(unit, year, form, part, value));
            }
            lines.add(line(unit, year, form, sum, total));
        }));
    }

    private static String line(int unit, int year, String form, String measure, int value) {
        return """
                {"unit": "%s", "period": "%d", "form": "%s", "measure": "%s", "row": "Huyện", "value": %d}"""
                .formatted(code(unit), year, form, measure, value);
    }

    private static String code(int unit) {
        return "D%04d".formatted(unit);
    }

    /** The program as its users have it, in this process. */
    private String run() throws Exception {
        Method execute = Class.forName("tonghop.launch.Application")
                .getDeclaredMethod("execute", String[].class, Map.class, PrintWriter.class);
        execute.setAccessible(true);
        StringWriter said = new StringWriter();
        Map<String, String> environment = Map.of(
                "TONGHOP_ROOT", folder.toString(),
                "TONGHOP_HOME", folder.resolve("home").toString(),
                "TONGHOP_OUT", folder.resolve("output").toString(),
                "TONGHOP_TEMPLATES", folder.resolve("templates").toString());
        String[] command = {"run", "--inbox", folder.resolve("inbox").toString()};
        Object code = execute.invoke(null, command, environment, new PrintWriter(said, true));
        if (!code.equals(0)) {
            throw new IllegalStateException(said.toString());
        }
        return said.toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
