package tonghop.domain.form;

import java.util.Locale;
import java.util.Set;

/** 'Nothing to report' in words: zero, and not missing, but not a zero that was counted either. */
public final class NilReturn {

    private static final Set<String> WORDS = Set.of("kps", "không phát sinh", "không", "không có");

    private NilReturn() {}

    /** Whether {@code text}, without spaces around it, is such a word. */
    public static boolean isNil(String text) {
        return WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
