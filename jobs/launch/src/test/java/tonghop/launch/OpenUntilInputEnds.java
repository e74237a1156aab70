package tonghop.launch;

import java.io.IOException;
import java.nio.file.Path;
import tonghop.launch.postgres.EmbeddedServer;
import tonghop.launch.postgres.EmbeddedServerTest;

/** A program for {@link EmbeddedServerTest}: another user of the server, in a process of its own. */
public final class OpenUntilInputEnds {

    private OpenUntilInputEnds() {}

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedServer server = EmbeddedServer.open(Path.of(arguments[0]))) {
            System.out.println(server.jdbcUrl());
            System.out.println(server.user());
            System.out.println(server.password());
            System.in.transferTo(System.err);
        }
    }
}
