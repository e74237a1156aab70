package tonghop.launch.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** There is no database to work with; the two messages say what is wrong and what to do about it. */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageVi;
    private final String messageEn;

    DatabaseUnavailableException(String messageVi, String messageEn, @Nullable Throwable cause) {
        super(messageEn, cause);
        this.messageVi = messageVi;
        this.messageEn = messageEn;
    }

    /** The surroundings refused to read or write below {@code home}. */
    static DatabaseUnavailableException because(IOException trouble, Path home) {
        String what = trouble instanceof AccessDeniedException ? "Permission denied" : "";
        return because("%s %s".formatted(what, trouble), home, trouble);
    }

    /**
     * One of the server's programs failed.
     *
     * @param said what it printed, in English; told as it is where it is not understood
     */
    static DatabaseUnavailableException because(String said, Path home, @Nullable Throwable cause) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("disk quota exceeded")) {
            return new DatabaseUnavailableException(
                    "Ổ đĩa chứa %s đã đầy: hãy giải phóng chỗ trống rồi chạy lại.".formatted(home),
                    "The disk that holds %s is full: free some space and run again.".formatted(home),
                    cause);
        }
        if (lower.contains("permission denied") || lower.contains("read-only file system")) {
            return new DatabaseUnavailableException(
                    "Không được phép ghi vào %s: hãy cấp quyền ghi cho người dùng đang chạy, hoặc đặt TONGHOP_HOME."
                            .formatted(home),
                    "Not allowed to write below %s: give the user who runs this the right to, or set TONGHOP_HOME."
                            .formatted(home),
                    cause);
        }
        return new DatabaseUnavailableException(
                "Không khởi động được cơ sở dữ liệu trong %s: %s".formatted(home, said.strip()),
                "The database in %s did not start: %s".formatted(home, said.strip()),
                cause);
    }

    public String messageVi() {
        return messageVi;
    }

    public String messageEn() {
        return messageEn;
    }
}
