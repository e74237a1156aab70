package tonghop.launch.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The share of this process in a server, for all who use it here; {@link EmbeddedServer} keeps it to one thread. */
final class ServerMembership {

    private final Path home;
    private final DataDirectory data;
    private final FileChannel usersFile;
    private final FileLock usersLock;
    private final int port;
    private final String password;
    private int users;

    private ServerMembership(Path home, DataDirectory data, FileChannel usersFile) throws IOException {
        this.home = home;
        this.data = data;
        this.usersFile = usersFile;
        this.usersLock = usersFile.lock(0, Long.MAX_VALUE, true);
        this.port = data.joinOrStart();
        this.password = data.password();
    }

    /** Joins the server that runs below {@code home}, or starts it. */
    static ServerMembership join(Path home) throws IOException {
        try (FileChannel startFile = open(home, "server.start")) {
            startFile.lock();
            FileChannel usersFile = open(home, "server.users");
            try {
                return new ServerMembership(home, new DataDirectory(home), usersFile);
            } catch (IOException | RuntimeException e) {
                usersFile.close();
                throw e;
            }
        }
    }

    ServerMembership enter() {
        users++;
        return this;
    }

    /**
     * One user of this process goes. With the last the process leaves the server, and stops it if no other process is
     * in.
     *
     * @return whether it was the last
     */
    boolean leave() throws IOException {
        users--;
        if (users > 0) {
            return false;
        }
        try (FileChannel startFile = open(home, "server.start");
                FileChannel closing = usersFile) {
            startFile.lock();
            usersLock.release();
            if (closing.tryLock() != null) {
                data.stop();
            }
        }
        return true;
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    private static FileChannel open(Path home, String name) throws IOException {
        return FileChannel.open(
                home.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
