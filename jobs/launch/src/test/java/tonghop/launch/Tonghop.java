package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tonghop.launch.postgres.EmbeddedServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a user has it: commands, an inbox, an output folder, and a database of its own on a real server. */
public final class Tonghop {

    static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** Of commands that need no database: they keep nothing but what they throw away again. */
    public static final Map<String, String> WITHOUT_DATABASE = Map.of(
            "TONGHOP_ROOT",
            ROOT.toString(),
            "TONGHOP_HOME",
            Path.of("target/home-without-database").toAbsolutePath().toString());

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedServer SERVER = server();
    /** Has our tables and nothing in them: copied for each test, which is quicker than to make them each time. */
    private static final String TEMPLATE = template();

    private final Path folder;
    private final Path inbox;
    private final Path out;
    private final Path home;
    private final String database;
    private Path templates = ROOT.resolve("templates");

    private Tonghop(Path inbox, Path folder, String database) {
        this.folder = folder;
        this.inbox = inbox;
        this.out = folder.resolve("output");
        this.home = folder.resolve("home");
        this.database = database;
    }

    /** How a command ended, what it said to people, and what it printed on standard output. */
    public record Ended(int code, String said, String printed) {}

    /** A fresh one, with an empty inbox below {@code folder}. */
    public static Tonghop in(Path folder) throws IOException, SQLException {
        return over(Files.createDirectories(folder.resolve("inbox")), folder);
    }

    /** A fresh one that takes its files from {@code inbox}. */
    static Tonghop over(Path inbox, Path folder) throws SQLException {
        return new Tonghop(inbox, folder, database("template " + TEMPLATE));
    }

    /** A fresh one whose database the program has never seen. */
    static Tonghop overEmptyDatabase(Path folder) throws IOException, SQLException {
        return new Tonghop(Files.createDirectories(folder.resolve("inbox")), folder, database(""));
    }

    /** This one as it stands now, below another folder: inbox, reports, home and database. */
    public Tonghop copiedTo(Path target) throws IOException, SQLException {
        copy(folder, target);
        return new Tonghop(target.resolve("inbox"), target, database("template " + database));
    }

    /** Makes the tables that a release had, {@code version} being its last migration. */
    void migrateTo(String version) {
        migrate(database, version);
    }

    /** The same where a folder for reports is set. */
    public static Map<String, String> withoutDatabase(Path out) {
        Map<String, String> environment = new HashMap<>(WITHOUT_DATABASE);
        environment.put("TONGHOP_OUT", out.toString());
        return environment;
    }

    private static String database(String options) throws SQLException {
        String name = "tonghop_%s_%d".formatted(System.getProperty("test.process", "1"), DATABASES.incrementAndGet());
        execute("drop database if exists " + name);
        // The other strategy, the default, would write every page into the log too.
        execute("create database " + name + " strategy file_copy " + options);
        return name;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(SERVER.jdbcUrl(), SERVER.user(), SERVER.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void migrate(String database, String version) {
        Flyway.configure()
                .dataSource(url(database), SERVER.user(), SERVER.password())
                .target(version)
                .load()
                .migrate();
    }

    private static EmbeddedServer server() {
        EmbeddedServer server = EmbeddedServer.open(Path.of("target/test-home"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close-test-database"));
        return server;
    }

    private static String template() {
        try {
            // Nobody cuts the power of this server, and the thousands of rounds by which it slows down a guesser
            // of passwords would take a tenth of the tests' time: a command opens several connections.
            execute("alter system set fsync = off");
            execute("select pg_reload_conf()");
            execute("select pg_advisory_lock(1); set scram_iterations = 1; alter role %s password '%s'"
                    .formatted(SERVER.user(), SERVER.password()));
            String name = database("");
            migrate(name, "latest");
            return name;
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Another output folder over the same database. */
    Tonghop writingTo(Path folder) {
        Tonghop other = new Tonghop(inbox, folder, database);
        other.templates = templates;
        return other;
    }

    public Tonghop withTemplates(Path folder) {
        this.templates = folder;
        return this;
    }

    public Path inbox() {
        return inbox;
    }

    public Path out() {
        return out;
    }

    public Ended run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--inbox", inbox.toString()));
        arguments.addAll(List.of(more));
        return execute(arguments);
    }

    public Ended rerun(String... more) {
        List<String> arguments = new ArrayList<>(List.of("rerun"));
        arguments.addAll(List.of(more));
        return execute(arguments);
    }

    /** A run as cron starts it, in a Java of its own with {@code options}. */
    int runInProcessOfItsOwn(String... options) throws IOException, InterruptedException {
        return startProcess(JAVA_HOME, List.of(options)).waitFor();
    }

    /** The same under the Java in {@code javaHome}, without waiting for its end. */
    Process startProcess(Path javaHome, List<String> options, String... more) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(javaHome.resolve("bin/java").toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Application.class.getName(), "run"));
        command.addAll(List.of("--inbox", inbox.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.resolveSibling("run.log").toFile());
        builder.environment().putAll(environment());
        return builder.start();
    }

    /** Any command. */
    public Ended command(String... arguments) {
        return execute(List.of(arguments));
    }

    /** What a command prints for machines; it must have ended well. */
    public JsonNode json(String... arguments) {
        Ended ended = command(arguments);
        if (ended.code() != 0) {
            throw new AssertionError(ended.said());
        }
        return JsonMapper.shared().readTree(ended.printed());
    }

    private Ended execute(List<String> arguments) {
        StringWriter said = new StringWriter();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int code =
                    Application.execute(arguments.toArray(new String[0]), environment(), new PrintWriter(said, true));
            return new Ended(code, said.toString(), printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    /** Puts samples into the inbox, over those that are there. */
    public void send(String samples, String... files) throws IOException {
        for (String file : files) {
            Files.copy(ROOT.resolve(samples).resolve(file), inbox.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Puts a sample into the inbox as {@code name}, changed. */
    public void send(Path sample, String name, Consumer<Workbook> change) throws IOException {
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(sample));
                OutputStream out = Files.newOutputStream(inbox.resolve(name))) {
            change.accept(workbook);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
        }
    }

    /** What somebody does to the database behind our back. */
    public void sql(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    /** The database itself, as a part of the program has it. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(url(database), SERVER.user(), SERVER.password());
    }

    /** The first column of what the database answers. */
    public List<String> query(String question) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url(database), SERVER.user(), SERVER.password());
    }

    private static String url(String database) {
        return SERVER.jdbcUrl().replaceAll("/[^/?]*(\\?|$)", "/" + database + "$1");
    }

    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("TONGHOP_ROOT", ROOT.toString());
        environment.put("TONGHOP_HOME", home.toString());
        environment.put("TONGHOP_OUT", out.toString());
        environment.put("TONGHOP_TEMPLATES", templates.toString());
        environment.put("TONGHOP_DB_URL", url(database));
        environment.put("TONGHOP_DB_USER", SERVER.user());
        environment.put("TONGHOP_DB_PASSWORD", SERVER.password());
        return environment;
    }

    public JsonNode report(String unit, String period) throws IOException {
        return json(out.resolve(unit).resolve(period).resolve("report.json"));
    }

    /** The only {@code run.json} there is. */
    JsonNode runFile() throws IOException {
        try (Stream<Path> files = Files.walk(out.resolve("runs"))) {
            return json(
                    files.filter(file -> file.endsWith("run.json")).findFirst().orElseThrow());
        }
    }

    /** The {@code run.json} that was written last. */
    JsonNode lastRunFile() throws IOException {
        try (Stream<Path> files = Files.walk(out.resolve("runs"))) {
            return json(files.filter(file -> file.endsWith("run.json"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow());
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    /** The node of {@code unit} in a report, at whatever depth. */
    public static JsonNode unit(JsonNode report, String unit) {
        if (report.path("unit").path("code").asString("").equals(unit)) {
            return report;
        }
        for (JsonNode child : report.path("children")) {
            JsonNode found = unit(child, unit);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return report.path("no such unit");
    }

    public static JsonNode figure(JsonNode report, String unit, String id) {
        for (JsonNode figure : unit(report, unit).path("figures")) {
            if (figure.path("id").asString("").equals(id)) {
                return figure;
            }
        }
        return report.path("no such figure");
    }

    /** Every file below a folder with its bytes, by path. */
    public static Map<String, byte[]> bytes(Path folder) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return bytes;
    }

    /** Says which file differs. */
    static void assertSame(Map<String, byte[]> actual, Map<String, byte[]> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(expected.get(name)));
    }
}
