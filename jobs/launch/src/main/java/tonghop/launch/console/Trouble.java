package tonghop.launch.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;

/**
 * Why something could not be done although nothing is wrong with the data.
 *
 * @param code {@link ExitCode#SURROUNDINGS} or {@link ExitCode#DEFECT}
 * @param what the kind of the cause and its message, such as {@code IOException: No space left on device}
 */
public record Trouble(ExitCode code, String what) {

    public static Trouble of(Throwable thrown) {
        return new Trouble(isOfSurroundings(thrown) ? ExitCode.SURROUNDINGS : ExitCode.DEFECT, text(root(thrown)));
    }

    private static String text(Throwable thrown) {
        String message = thrown.getMessage();
        // The database, which holds what came of a piece of work, holds no U+0000.
        return thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message.replace("\0", ""));
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static boolean isOfSurroundings(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof UncheckedIOException
                    || cause instanceof OutOfMemoryError
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLNonTransientConnectionException
                    || isOfConnection(cause)) {
                return true;
            }
        }
        return false;
    }

    /** SQLSTATE classes 08 (connection), 28 (authorization), 53 (resources), 57 (intervention), 58 (system). */
    private static boolean isOfConnection(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().matches("(?:08|28|53|57|58).*");
    }
}
