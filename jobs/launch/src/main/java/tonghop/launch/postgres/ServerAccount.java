package tonghop.launch.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom the server's programs run. PostgreSQL refuses to be root or somebody without a name; for any other user it is
 * simply that user.
 *
 * <p>Those two step into a user namespace of their own, where they are {@code nobody} while their files stay theirs.
 * Where that is forbidden, as in many containers, root becomes {@code nobody} outright and gives him the data
 * directory.
 */
final class ServerAccount {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private static final List<String> OWN_NAMESPACE = List.of("unshare", "-U");

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private static final Path THIS_PROCESS = Path.of("/proc/self");

    private final List<String> prefix;

    private ServerAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    /**
     * Finds the account for the user who runs this.
     *
     * @param home where the server's files are
     * @throws DatabaseUnavailableException if the server cannot run as that user, nor the user become another
     */
    static ServerAccount forThisUser(Path home) throws IOException {
        int user = ownerOf(THIS_PROCESS);
        // The JDK gives the number where there is no name.
        boolean hasName = !Files.getOwner(THIS_PROCESS).getName().equals(Integer.toString(user));
        if (user != ROOT && hasName) {
            return new ServerAccount(List.of());
        }
        if (succeeds(OWN_NAMESPACE, "id", "-un")) {
            return new ServerAccount(OWN_NAMESPACE);
        }
        if (user == ROOT && succeeds(AS_NOBODY, "test", "-x", home.toString())) {
            return new ServerAccount(AS_NOBODY);
        }
        throw new DatabaseUnavailableException(
                "Cơ sở dữ liệu không chạy được dưới quyền root ở đây: hãy chạy bằng người dùng thường, đặt TONGHOP_HOME vào một "
                        + "thư mục ai cũng vào được (như /var/lib/tonghop), hoặc dùng --db.",
                "The database cannot run as root here: run as an ordinary user, set TONGHOP_HOME to a folder that everybody "
                        + "may enter (such as /var/lib/tonghop), or use --db.",
                null);
    }

    /** A command that runs as this account, in English and without the settings of another PostgreSQL. */
    ProcessBuilder command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** Makes this account the owner of everything below {@code tree}, which must be before it may use it. */
    void own(Path tree) throws IOException {
        int owner = prefix.equals(AS_NOBODY) ? NOBODY : ownerOf(THIS_PROCESS);
        if (ownerOf(tree) == owner) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.toList();
        }
        for (int last = paths.size() - 1; last >= 0; last--) {
            // The tree itself comes last: half a change of hands is then seen as none.
            Files.setAttribute(paths.get(last), "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static boolean succeeds(List<String> prefix, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Programs.read(process);
            return Programs.exitCode(process) == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static int ownerOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }
}
