package tonghop.launch.job;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tonghop.launch.console.Console;

/**
 * Something in an inbox that was not taken in.
 *
 * @param file its path, as a file that is taken in has it
 */
public record LeftOut(String file, Reason reason) {

    private static final int MOST_NAMES = 10;

    /** Why, and what to do about it. */
    public enum Reason {
        /** README, notes, hidden and lock files: no reports. */
        IGNORED("theo tên thì không phải báo cáo", "by its name no report"),
        /** What it leads to may lie anywhere. */
        LINK("là liên kết; hãy đặt chính tệp vào thư mục nhận", "is a link; put the file itself into the inbox"),
        /** A pipe, a socket or a device. */
        NO_FILE("không phải tệp (ống dẫn, socket, thiết bị)", "is no file but a pipe, a socket or a device"),
        /** Somebody is still writing it. */
        BEING_WRITTEN("đang được ghi; lần chạy sau sẽ nhận", "is still being written; the next run will take it"),
        /** A file or folder that may not be read, or that its disk does not give. */
        UNREADABLE(
                "không đọc được: hãy kiểm tra quyền và ổ đĩa; lần chạy sau sẽ thử lại",
                "cannot be read: see to permissions and disk; the next run will try again");

        private final String vietnamese;
        private final String english;

        Reason(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        /** The word used in outputs, such as {@code being-written}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether something could not be read that may well be a report. */
    public static boolean isAnyUnreadable(List<LeftOut> leftOut) {
        return leftOut.stream().anyMatch(entry -> entry.reason() == Reason.UNREADABLE);
    }

    /** Tells each once; those that their names say are no reports in one line. */
    public static void tell(List<LeftOut> leftOut, Console console) {
        List<String> ignored = leftOut.stream()
                .filter(entry -> entry.reason() == Reason.IGNORED)
                .map(LeftOut::file)
                .toList();
        if (!ignored.isEmpty()) {
            String names = ignored.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                    + (ignored.size() > MOST_NAMES ? " …" : "");
            console.say(
                    "Bỏ qua %d mục mà %s: %s".formatted(ignored.size(), Reason.IGNORED.vietnamese, names),
                    "%d entries left out, each %s.".formatted(ignored.size(), Reason.IGNORED.english));
        }
        leftOut.stream()
                .filter(entry -> entry.reason() != Reason.IGNORED)
                .forEach(entry -> console.say(
                        "Không nhận %s: %s.".formatted(entry.file(), entry.reason().vietnamese),
                        "%s was not taken: it %s.".formatted(entry.file(), entry.reason().english)));
    }
}
