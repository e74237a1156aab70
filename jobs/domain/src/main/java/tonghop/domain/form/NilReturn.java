package tonghop.domain.form;

import java.util.List;
import java.util.Locale;

/** 'Nothing to report' in words: zero, and not missing, but not a zero that was counted either. */
public final class NilReturn {

    private static final List<String> WORDS = List.of(
            "kps",
            "k.p.s",
            "không phát sinh",
            "không ps",
            "ko phát sinh",
            "ko ps",
            "k phát sinh",
            "k ps",
            "không",
            "ko",
            "không có",
            "ko có",
            "-",
            "–",
            "—");

    /** What says that the number is not there, which is no nought. */
    private static final List<String> MISSING = List.of(
            "chưa có",
            "chưa có số liệu",
            "không có số liệu",
            "chưa thống kê",
            "đang cập nhật",
            "n/a",
            "…",
            "..",
            "...");

    private NilReturn() {}

    /** The words, in lower case. */
    public static List<String> words() {
        return WORDS;
    }

    /** Whether {@code text}, without spaces around it, is such a word. */
    public static boolean isNil(String text) {
        return WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether {@code text}, without spaces around it, says that there is no number. */
    public static boolean isMissing(String text) {
        return MISSING.contains(text.toLowerCase(Locale.ROOT));
    }
}
