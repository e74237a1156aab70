package tonghop.domain.finding;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Require;
import tonghop.domain.Sha256;

/**
 * One thing that is wrong, or odd ('phát hiện').
 *
 * @param measure the id of the measure that it is about; absent where it is about none, or several
 * @param facts what its wording names, without those that there is nothing to say of
 * @param cause how it may have come about
 * @param answer what the sender says to it; absent as long as nobody answered
 */
public record Finding(
        FindingCode code,
        Severity severity,
        Place place,
        @Nullable String measure,
        Map<Fact, String> facts,
        @Nullable LikelyCause cause,
        @Nullable Answer answer) {

    private static final int KEY_LENGTH = 16;

    public Finding {
        Map<Fact, String> said = new EnumMap<>(Fact.class);
        facts.forEach((fact, text) -> {
            Require.that(code.facts().contains(fact), "%s says nothing of %s", code, fact);
            if (!text.isEmpty()) {
                said.put(fact, text);
            }
        });
        facts = Collections.unmodifiableMap(said);
    }

    /**
     * One about no single measure that nobody has answered, as severe as its code.
     *
     * @throws IllegalArgumentException if the code declares no such fact
     */
    public static Finding of(FindingCode code, Place place, Fact.Said... facts) {
        return new Finding(
                code,
                code.severity(),
                place,
                null,
                Stream.of(facts).collect(Collectors.toMap(Fact.Said::fact, Fact.Said::text)),
                null,
                null);
    }

    public Finding as(Severity other) {
        return new Finding(code, other, place, measure, facts, cause, answer);
    }

    public Finding about(@Nullable String measureId) {
        return new Finding(code, severity, place, measureId, facts, cause, answer);
    }

    public Finding likely(@Nullable LikelyCause guess) {
        return new Finding(code, severity, place, measure, facts, guess, answer);
    }

    public Finding at(Place elsewhere) {
        return new Finding(code, severity, elsewhere, measure, facts, cause, answer);
    }

    /** The same with the answer that {@code answers} has under its {@link #key}, if any. */
    public Finding answeredBy(Map<String, Answer> answers) {
        return new Finding(code, severity, place, measure, facts, cause, answers.getOrDefault(key(), answer));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** How it may be answered; none if it is no question. */
    public List<String> candidates() {
        boolean isQuestion = isError() && code != FindingCode.UNKNOWN_TEXT;
        String listed = isQuestion ? fact(Fact.CANDIDATES) : "";
        return listed.isEmpty() ? List.of() : List.of(listed.split(", ", -1));
    }

    /** What it says of {@code fact}; empty if nothing. */
    public String fact(Fact fact) {
        return facts.getOrDefault(fact, "");
    }

    /** What was seen, as outputs have it in a column of its own; empty if there is nothing to quote. */
    public String value() {
        return code.value().map(this::fact).orElse("");
    }

    /** What should have been there; empty if that cannot be said. */
    public String expected() {
        return code.expected().map(this::fact).orElse("");
    }

    /** What it says besides, in the order in which the code declares it, and the likely cause at the end. */
    public List<String> details() {
        return Stream.concat(
                        code.details().stream().map(this::fact),
                        Stream.ofNullable(cause).map(LikelyCause::asText))
                .toList();
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
        append(said, value());
        append(said, expected());
        details().forEach(detail -> append(said, detail));
        return Sha256.of(said.toString()).substring(0, KEY_LENGTH);
    }

    /** With the length before it, so that no two lists of texts run into the same one. */
    private static void append(StringBuilder said, @Nullable String text) {
        said.append('\n').append(text == null ? "-" : text.length() + ":" + text);
    }

    @Override
    public String toString() {
        return "%s %s at %s: %s%s"
                .formatted(severity, code.code(), place, facts, cause == null ? "" : " " + cause.asText());
    }
}
