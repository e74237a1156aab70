package tonghop.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or odd ('phát hiện').
 *
 * @param value what was seen; empty if there is nothing to quote
 * @param expected what should have been there; empty if that cannot be said
 * @param details what the wording names besides value and expected, in its order
 * @param answer what the sender says to it; absent as long as nobody answered
 */
public record Finding(
        FindingCode code,
        Severity severity,
        Place place,
        String value,
        String expected,
        List<String> details,
        @Nullable Answer answer) {

    private static final int KEY_LENGTH = 16;

    public Finding {
        details = List.copyOf(details);
    }

    /** One that nobody has answered. */
    public Finding(
            FindingCode code, Severity severity, Place place, String value, String expected, List<String> details) {
        this(code, severity, place, value, expected, details, null);
    }

    public static Finding of(FindingCode code, Place place, String value, String expected, String... details) {
        return new Finding(code, code.severity(), place, value, expected, List.of(details));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public Finding at(Place elsewhere) {
        return new Finding(code, severity, elsewhere, value, expected, details, answer);
    }

    /** The same with the answer that {@code answers} has under its {@link #key}, if any. */
    public Finding answeredBy(Map<String, Answer> answers) {
        return new Finding(code, severity, place, value, expected, details, answers.getOrDefault(key(), answer));
    }

    /**
     * By what an answer finds it again: 16 hexadecimal digits made of what it says and about whom, not of where it
     * stands. Rows may be inserted above it; when a value changes, the key changes too, and the answer lapses.
     */
    public String key() {
        StringBuilder said = new StringBuilder(code.code());
        append(said, place.form());
        append(said, place.unit());
        append(said, place.period());
        append(said, value);
        append(said, expected);
        details.forEach(detail -> append(said, detail));
        return Sha256.of(said.toString()).substring(0, KEY_LENGTH);
    }

    /** With the length before it, so that no two lists of texts run into the same one. */
    private static void append(StringBuilder said, @Nullable String text) {
        said.append('\n').append(text == null ? "-" : text.length() + ":" + text);
    }

    @Override
    public String toString() {
        return "%s %s at %s: %s, expected %s %s".formatted(severity, code.code(), place, value, expected, details);
    }
}
