package tonghop.launch.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The PostgreSQL that comes with the program, its data kept below a folder from run to run.
 *
 * <p>Whoever opens it first starts the server, later ones join it, in this process or in another, and the last to close
 * it stops it. A killed process leaves its server running; the next one to open the folder takes it over.
 *
 * <p>How they agree: every process that uses the server holds a shared lock on {@code server.users}, and starts and
 * stops happen under an exclusive lock on {@code server.start}. Who can lock {@code server.users} for itself alone is
 * the last. The system drops both when a process dies, however it dies.
 */
public final class EmbeddedServer implements AutoCloseable {

    /**
     * Of this process; also the monitor for opening and closing. A process holds a file's lock once, not once a user.
     */
    private static final Map<Path, ServerMembership> MEMBERSHIPS = new HashMap<>();

    private final ServerMembership membership;
    private boolean isClosed;

    private EmbeddedServer(ServerMembership membership) {
        this.membership = membership;
    }

    /**
     * Opens the database kept below {@code home}, which is made if it does not exist.
     *
     * @throws DatabaseUnavailableException if it does not start, with what to do about it
     */
    public static EmbeddedServer open(Path home) {
        synchronized (MEMBERSHIPS) {
            try {
                Path place = Files.createDirectories(home).toRealPath();
                ServerMembership membership = MEMBERSHIPS.get(place);
                if (membership == null) {
                    membership = ServerMembership.join(place);
                    MEMBERSHIPS.put(place, membership);
                }
                return new EmbeddedServer(membership.enter());
            } catch (IOException e) {
                throw DatabaseUnavailableException.because(e, home);
            }
        }
    }

    public String jdbcUrl() {
        return DataDirectory.jdbcUrl(membership.port());
    }

    public String user() {
        return DataDirectory.USER;
    }

    public String password() {
        return membership.password();
    }

    /**
     * Leaves the server, and stops it if nobody else uses it. Calling it again does nothing, and it may be called from
     * a shutdown hook: it waits for another thread that is closing.
     */
    @Override
    public void close() {
        synchronized (MEMBERSHIPS) {
            if (isClosed) {
                return;
            }
            isClosed = true;
            // An interrupt would close the channels that the locks hang on.
            boolean wasInterrupted = Thread.interrupted();
            try {
                if (membership.leave()) {
                    MEMBERSHIPS.values().remove(membership);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                if (wasInterrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
