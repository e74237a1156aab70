package tonghop.rollup.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps two runs apart: a lock of the session that lives as long as its connection, and a fencing number that every
 * transaction checks, so that a run whose connection broke can do no harm.
 */
public final class RunLock implements AutoCloseable {

    /** Any number that nothing else in the database uses as a lock. */
    private static final long KEY = 0x746f6e67686f70L;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Connection connection;
    private final long epoch;

    private RunLock(Connection connection, long epoch) {
        this.connection = connection;
        this.epoch = epoch;
    }

    /**
     * Takes the lock.
     *
     * @param patience how long to wait for another run to end; absent: for ever
     * @return empty if another run still holds it
     */
    public static Optional<RunLock> acquire(DataSource database, @Nullable Duration patience)
            throws SQLException, InterruptedException {
        Connection connection = database.getConnection();
        boolean isHeld = false;
        try {
            connection.setAutoCommit(true);
            long deadline = patience == null ? Long.MAX_VALUE : System.nanoTime() + patience.toNanos();
            isHeld = tryLock(connection);
            while (!isHeld && System.nanoTime() < deadline) {
                Thread.sleep(BETWEEN_TRIES.toMillis());
                isHeld = tryLock(connection);
            }
            return isHeld ? Optional.of(new RunLock(connection, raiseEpoch(connection))) : Optional.empty();
        } finally {
            if (!isHeld) {
                connection.close();
            }
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, KEY);
            try (ResultSet result = lock.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static long raiseEpoch(Connection connection) throws SQLException {
        try (Statement raise = connection.createStatement();
                ResultSet result = raise.executeQuery("update fence set epoch = epoch + 1 returning epoch")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The fencing number: one more than that of the run before. */
    public long epoch() {
        return epoch;
    }

    /**
     * Makes sure that no other run has taken over; the answer holds until the end of the caller's transaction.
     *
     * @throws LockLostException if one has
     */
    public void check(JdbcClient database) {
        boolean isMine = database.sql("select epoch from fence for share")
                .query(Long.class)
                .single()
                .equals(epoch);
        if (!isMine) {
            throw new LockLostException(epoch);
        }
    }

    @Override
    public void close() throws SQLException {
        try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            unlock.setLong(1, KEY);
            unlock.execute();
        } finally {
            connection.close();
        }
    }
}
