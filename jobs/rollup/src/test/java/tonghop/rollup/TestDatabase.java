package tonghop.rollup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A real PostgreSQL for all tests of the module, with a database of its own for whoever asks. */
public final class TestDatabase {

    private static final String SCHEMA = "schema_of_tonghop";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    // Copied for each test, which is quicker than to make it each time.
    static {
        try {
            execute("create database " + SCHEMA);
            Flyway.configure()
                    .dataSource(SERVER.getDatabase("postgres", SCHEMA))
                    .load()
                    .migrate();
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private TestDatabase() {}

    /** A fresh database with our schema. */
    public static DataSource fresh() throws SQLException {
        return new Connected(copyOf(SCHEMA));
    }

    /** The same, for those who compete: each of them gets a connection of its own. */
    public static DataSource freshForSeveral() throws SQLException {
        return SERVER.getDatabase("postgres", copyOf(SCHEMA));
    }

    /** What {@code original} holds now, in a database of its own. */
    static DataSource copyOf(DataSource original) throws SQLException {
        Connected connected = (Connected) original;
        // The server copies nothing that somebody is connected to.
        connected.destroy();
        return new Connected(copyOf(connected.name));
    }

    private static String copyOf(String original) throws SQLException {
        String name = "test_" + DATABASES.incrementAndGet();
        // The other strategy, the default, would write every page into the log too.
        execute("create database " + name + " template " + original + " strategy file_copy");
        return name;
    }

    /** Keeps its connection: to connect for each statement would take half of the tests' time. */
    private static final class Connected extends SingleConnectionDataSource {

        private final String name;

        Connected(String name) {
            super(SERVER.getJdbcUrl("postgres", name), true);
            this.name = name;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            // Nobody cuts the power of this server.
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
