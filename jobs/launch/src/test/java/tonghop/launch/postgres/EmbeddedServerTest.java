package tonghop.launch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tonghop.launch.OpenUntilInputEnds;

/** One folder for all: each test leaves it without a server and reads only the table it made. */
@Timeout(120)
public class EmbeddedServerTest {

    @TempDir
    static Path parent;

    private final Path home = parent.resolve("nhà của Tonghop");

    @Test
    void keeps_its_data_from_run_to_run() throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            write(server, "kept", "Đắk Nông");
        }
        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            assertThat(read(server, "kept")).isEqualTo("Đắk Nông");
        }
    }

    @Test
    void writes_through_to_the_disk_and_listens_at_home_only() throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                    .allSatisfy(name -> assertThat(setting(server, name)).isEqualTo("on"));
            assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(server, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(server, "lc_collate")).isEqualTo("C");
            assertThat(setting(server, "server_version")).isEqualTo(Programs.VERSION);
        }
    }

    @Test
    void asks_for_the_password_that_only_its_owner_can_read() {
        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void stays_until_the_last_user_of_a_process_has_left() throws SQLException {
        EmbeddedServer first = EmbeddedServer.open(home);
        EmbeddedServer second = EmbeddedServer.open(home);
        assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());

        first.close();
        first.close();
        write(second, "alone", "still here");
        second.close();

        assertThatThrownBy(() -> read(second, "alone")).isInstanceOf(SQLException.class);
    }

    @Test
    void outlives_the_process_that_started_it_while_another_is_in() throws Exception {
        OtherUser starter = OtherUser.of(home);
        try (EmbeddedServer joined = EmbeddedServer.open(home)) {
            assertThat(joined.jdbcUrl()).isEqualTo(starter.jdbcUrl());
            starter.leave();
            write(joined, "inherited", "still here");
        }
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void is_not_stopped_by_a_process_that_only_joined() throws Exception {
        try (EmbeddedServer starter = EmbeddedServer.open(home)) {
            OtherUser.of(home).leave();
            write(starter, "visited", "still here");
        }
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void takes_over_the_server_of_a_killed_process() throws Exception {
        OtherUser killed = OtherUser.of(home);
        write(killed, "orphaned", "written before the kill");
        killed.kill();

        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            assertThat(server.jdbcUrl()).isEqualTo(killed.jdbcUrl());
            assertThat(read(server, "orphaned")).isEqualTo("written before the kill");
        }
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void mends_the_data_after_the_server_was_killed_too() throws Exception {
        OtherUser killed = OtherUser.of(home);
        write(killed, "crashed", "committed before the crash");
        killed.kill();
        PostmasterFile server = PostmasterFile.read(home.resolve("postgres")).orElseThrow();
        ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get(30, TimeUnit.SECONDS);

        try (EmbeddedServer restarted = EmbeddedServer.open(home)) {
            assertThat(read(restarted, "crashed")).isEqualTo("committed before the crash");
        }
    }

    @Test
    void is_not_misled_by_a_process_number_that_was_given_away_again() throws Exception {
        EmbeddedServer.open(home).close();
        long somebodyElse = ProcessHandle.current().pid();
        Files.writeString(
                home.resolve("postgres/postmaster.pid"),
                "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n\nready\n".formatted(somebodyElse, home.resolve("postgres")));

        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            write(server, "undeterred", "yes");
        }
    }

    @Test
    void is_not_misled_by_the_file_of_a_dead_process() throws Exception {
        EmbeddedServer.open(home).close();
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(
                home.resolve("postgres/postmaster.pid"),
                "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n\nready\n".formatted(dead.pid(), home.resolve("postgres")));

        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            write(server, "unmoved", "yes");
        }
    }

    @Test
    void refuses_the_data_of_another_major_version(@TempDir Path old) throws IOException {
        Files.createDirectory(old.resolve("postgres"));
        Files.writeString(old.resolve("postgres/PG_VERSION"), "14\n");

        assertThatThrownBy(() -> EmbeddedServer.open(old))
                .isInstanceOfSatisfying(DatabaseUnavailableException.class, e -> {
                    assertThat(e.messageEn()).contains("PostgreSQL 14's", "needs 18", "pg_upgrade");
                    assertThat(e.messageVi()).contains("PostgreSQL 14", "pg_upgrade");
                });
    }

    @Test
    void says_so_if_it_cannot_have_its_folder(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> EmbeddedServer.open(file.resolve("home")))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("a-file");
    }

    private static void write(EmbeddedServer server, String table, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            write(connection, table, text);
        }
    }

    private static void write(OtherUser other, String table, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(other.jdbcUrl(), other.user(), other.password())) {
            write(connection, table, text);
        }
    }

    private static void write(Connection connection, String table, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table %s as select '%s' as text".formatted(table, text));
        }
    }

    private static String read(EmbeddedServer server, String table) throws SQLException {
        return ask(server, "select text from " + table);
    }

    private static String setting(EmbeddedServer server, String name) throws SQLException {
        return ask(
                server,
                name.equals("lc_collate")
                        ? "select datcollate from pg_database where datname = current_database()"
                        : "select current_setting('%s')".formatted(name));
    }

    private static String ask(EmbeddedServer server, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }

    /** A second JVM that has the server open: it says where and leaves when its standard input ends. */
    private record OtherUser(Process process, String jdbcUrl, String user, String password) {

        static OtherUser of(Path home) throws IOException {
            String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath,
                            OpenUntilInputEnds.class.getName(),
                            home.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            return new OtherUser(process, said.readLine(), said.readLine(), said.readLine());
        }

        void leave() throws Exception {
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
