package tonghop.rollup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL for all tests of the module, with a database of its own for whoever asks. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    // Copied for each test, which is quicker than to make it each time.
    static {
        try {
            execute("create database schema_of_tonghop");
            Flyway.configure()
                    .dataSource(SERVER.getDatabase("postgres", "schema_of_tonghop"))
                    .load()
                    .migrate();
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private TestDatabase() {}

    /** A fresh database with our schema. */
    public static DataSource fresh() throws SQLException {
        return copyOf("schema_of_tonghop");
    }

    /** What {@code original} holds now, in a database of its own. */
    static DataSource copyOf(DataSource original) throws SQLException {
        return copyOf(Objects.requireNonNull(((PGSimpleDataSource) original).getDatabaseName()));
    }

    private static DataSource copyOf(String original) throws SQLException {
        String name = "test_" + DATABASES.incrementAndGet();
        execute("create database " + name + " template " + original);
        return SERVER.getDatabase("postgres", name);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
