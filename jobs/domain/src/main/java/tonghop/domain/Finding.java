package tonghop.domain;

import java.util.List;

/**
 * One thing that is wrong, or odd ('phát hiện').
 *
 * @param value what was seen; empty if there is nothing to quote
 * @param expected what should have been there; empty if that cannot be said
 * @param details what the wording names besides value and expected, in its order
 */
public record Finding(
        FindingCode code, Severity severity, Place place, String value, String expected, List<String> details) {

    public Finding {
        details = List.copyOf(details);
    }

    public static Finding of(FindingCode code, Place place, String value, String expected, String... details) {
        return new Finding(code, code.severity(), place, value, expected, List.of(details));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public Finding at(Place elsewhere) {
        return new Finding(code, severity, elsewhere, value, expected, details);
    }

    @Override
    public String toString() {
        return "%s %s at %s: %s, expected %s %s".formatted(severity, code.code(), place, value, expected, details);
    }
}
