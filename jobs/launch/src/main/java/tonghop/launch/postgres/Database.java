package tonghop.launch.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.launch.console.UsageException;

/**
 * The database of a command: the embedded one, or the server that it was pointed to.
 *
 * <p>User and password of a server come from {@code TONGHOP_DB_USER}, {@code TONGHOP_DB_PASSWORD} or the file
 * {@code TONGHOP_DB_PASSWORD_FILE}, never from the URL, where every process list shows them.
 */
public record Database(
        String url, String user, String password, @Nullable EmbeddedServer embedded) implements AutoCloseable {

    private static final String JDBC = "jdbc:";

    /**
     * Opens the server at {@code url}, or the embedded one below {@code home} if there is none.
     *
     * @throws UsageException if the URL is none, or names a user or password
     * @throws DatabaseUnavailableException if the embedded server does not start
     */
    public static Database open(@Nullable String url, Path home, Map<String, String> environment) {
        if (url != null) {
            return new Database(
                    checked(url),
                    environment.getOrDefault("TONGHOP_DB_USER", System.getProperty("user.name")),
                    password(environment),
                    null);
        }
        EmbeddedServer server = EmbeddedServer.open(home);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close-database"));
        return new Database(server.jdbcUrl(), server.user(), server.password(), server);
    }

    private static String checked(String url) {
        String jdbc = url.startsWith(JDBC) ? url : JDBC + url;
        String lower = jdbc.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("jdbc:postgresql:")) {
            throw new UsageException(
                    "--db phải là địa chỉ PostgreSQL, ví dụ postgresql://may-chu/tonghop",
                    "--db must be the address of a PostgreSQL server, such as postgresql://host/tonghop");
        }
        if (lower.contains("password=") || lower.contains("user=") || lower.matches("jdbc:postgresql://[^/]*@.*")) {
            throw new UsageException(
                    "Không ghi người dùng và mật khẩu trong --db; dùng TONGHOP_DB_USER và TONGHOP_DB_PASSWORD_FILE.",
                    "No user or password in --db; use TONGHOP_DB_USER and TONGHOP_DB_PASSWORD_FILE.");
        }
        return jdbc;
    }

    private static String password(Map<String, String> environment) {
        String file = environment.get("TONGHOP_DB_PASSWORD_FILE");
        if (file == null) {
            return environment.getOrDefault("TONGHOP_DB_PASSWORD", "");
        }
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("TONGHOP_DB_PASSWORD_FILE: " + file, e);
        }
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
