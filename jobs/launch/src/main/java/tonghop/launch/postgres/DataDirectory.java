package tonghop.launch.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL data directory that is kept, and the server on it while one runs.
 *
 * <p>Not for use by two processes at a time: {@link EmbeddedServer} sees to that.
 */
final class DataDirectory {

    static final String USER = "tonghop";

    /** How long a server may take to mend itself after a crash, or to write everything down when it stops. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** How long a server that calls itself ready may leave us without an answer. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final int ATTEMPTS_AT_A_PORT = 3;

    /** The one SQL state with which a server in good health refuses its owner. */
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final Path home;
    private final Path path;
    private final ServerAccount account;
    private final Programs programs;

    DataDirectory(Path home) throws IOException {
        this.home = home;
        this.path = home.resolve("postgres");
        this.account = ServerAccount.forThisUser(home);
        this.programs = Programs.in(home, account);
    }

    static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    String password() throws IOException {
        return PasswordFile.read(path);
    }

    /**
     * Joins the server that runs, also one left behind by a killed process, or starts one.
     *
     * @return the port it listens on
     */
    int joinOrStart() throws IOException {
        if (Files.notExists(path)) {
            initialise();
        }
        refuseOtherVersions();
        OptionalInt running = findRunning();
        return running.isPresent() ? running.getAsInt() : start();
    }

    /** Ends the server once every change is on disk; nothing happens if none runs. */
    void stop() throws IOException {
        Optional<PostmasterFile> running = PostmasterFile.read(path);
        if (running.isEmpty() || !running.get().isServerOn(path)) {
            return;
        }
        if (stop("fast", PATIENCE).exitCode() != 0) {
            stop("immediate", SILENCE);
        }
    }

    private Programs.Outcome stop(String mode, Duration patience) throws IOException {
        return programs.attempt(
                "pg_ctl",
                List.of("stop", "-D", path.toString(), "-m", mode, "-w", "-t", Long.toString(patience.toSeconds())));
    }

    private void initialise() throws IOException {
        // Renamed when complete: a run killed meanwhile leaves no half-made data directory.
        Path half = home.resolve("postgres.new");
        FileSystemUtils.deleteRecursively(half);
        Files.createDirectory(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path password = PasswordFile.create(home);
        account.own(half);
        account.own(password);
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + half,
                        "--username=" + USER,
                        // Anybody on this machine can reach the port, so being there is not enough.
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-instructions"));
        PasswordFile.keep(password, half);
        Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseOtherVersions() throws IOException {
        String ours = Programs.VERSION.split("\\.", 2)[0];
        String theirs = Files.readString(path.resolve("PG_VERSION")).strip();
        if (!theirs.equals(ours)) {
            throw new DatabaseUnavailableException(
                    "Dữ liệu trong %s là của PostgreSQL %s, bản này cần %s: hãy chuyển bằng pg_upgrade hoặc dời thư mục đi."
                            .formatted(path, theirs, ours),
                    "The data in %s are PostgreSQL %s's and this version needs %s: use pg_upgrade or move the folder away."
                            .formatted(path, theirs, ours),
                    null);
        }
    }

    private OptionalInt findRunning() throws IOException {
        Instant begin = Instant.now();
        Instant readySince = Instant.MAX;
        while (Instant.now().isBefore(begin.plus(PATIENCE))) {
            Optional<PostmasterFile> found = PostmasterFile.read(path);
            if (found.isEmpty()) {
                return OptionalInt.empty();
            }
            PostmasterFile server = found.get();
            if (!server.isServerOn(path)) {
                if (server.isAlive()) {
                    // The number now belongs to somebody else, and PostgreSQL would take that for a server of ours.
                    PostmasterFile.delete(path);
                }
                return OptionalInt.empty();
            }
            if (server.isReady()) {
                if (answers(server.port())) {
                    return OptionalInt.of(server.port());
                }
                readySince = readySince.equals(Instant.MAX) ? Instant.now() : readySince;
                if (Instant.now().isAfter(readySince.plus(SILENCE))) {
                    break;
                }
            }
            pause();
        }
        stop("immediate", SILENCE);
        return OptionalInt.empty();
    }

    private boolean answers(int port) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "5");
        try (Connection connection = DriverManager.getConnection(jdbcUrl(port), properties)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return TOO_MANY_CONNECTIONS.equals(e.getSQLState());
        }
    }

    private int start() throws IOException {
        account.own(path);
        Path log = path.resolve("server.log");
        Programs.Outcome outcome = new Programs.Outcome("", 1);
        for (int attempt = 0; attempt < ATTEMPTS_AT_A_PORT; attempt++) {
            // Each start begins a new log, which so never grows for ever.
            Files.deleteIfExists(log);
            int port = freePort();
            outcome = programs.attempt(
                    "pg_ctl",
                    List.of(
                            "start",
                            "-D",
                            path.toString(),
                            "-l",
                            log.toString(),
                            "-o",
                            options(port),
                            "-w",
                            "-t",
                            Long.toString(PATIENCE.toSeconds())));
            if (outcome.exitCode() == 0) {
                return port;
            }
            if (!textOf(log).contains("Address already in use")) {
                break;
            }
        }
        throw DatabaseUnavailableException.because(lastLines(outcome.said() + textOf(log)), home, null);
    }

    private static String options(int port) {
        return String.join(
                " -c ",
                "-p " + port,
                "listen_addresses=127.0.0.1",
                // A path of a socket may have 107 bytes only, and ours may be longer.
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String textOf(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().toList();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the database", e);
        }
    }
}
