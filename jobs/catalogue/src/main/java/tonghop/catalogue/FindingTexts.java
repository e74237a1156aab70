package tonghop.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.LikelyCause;

/**
 * The wording of findings, in Vietnamese and in English: what is wrong, and what to do.
 *
 * <p>In a text, {@code {stated}} stands for the fact of that name. A fact such as {@code above} that is a phrase has a
 * text of its own, under {@code unusual-count.above}.
 */
public final class FindingTexts {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)\\}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private static final Map<String, Fact> FACTS =
            Arrays.stream(Fact.values()).collect(Collectors.toMap(Fact::code, fact -> fact));

    private final Properties texts;
    private final Properties causes;
    private final boolean isVietnamese;

    private FindingTexts(Properties texts, Properties causes, boolean isVietnamese) {
        this.texts = texts;
        this.causes = causes;
        this.isVietnamese = isVietnamese;
    }

    public static FindingTexts vietnamese() {
        return new FindingTexts(read("findings_vi.properties"), read("causes_vi.properties"), true);
    }

    public static FindingTexts english() {
        return new FindingTexts(read("findings_en.properties"), read("causes_en.properties"), false);
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(FindingTexts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return texts;
    }

    /** How {@code finding} is put to the one who has to act on it. */
    public String of(Finding finding) {
        String filled = filled(finding.code().code(), finding).strip();
        return finding.cause() == null ? filled : filled + " " + of(finding.cause());
    }

    private String filled(String key, Finding finding) {
        return PLACE.matcher(texts.getProperty(key, ""))
                .replaceAll(place -> Matcher.quoteReplacement(written(FACTS.get(place.group(1)), finding)));
    }

    private String written(@Nullable Fact fact, Finding finding) {
        if (fact == null) {
            return "";
        }
        String said = finding.fact(fact);
        return switch (fact.type()) {
            case TEXT -> said;
            case NUMBER -> number(said);
            case PHRASE -> filled(finding.code().code() + "." + said, finding);
        };
    }

    private String of(LikelyCause cause) {
        return pattern(cause.kind()).replace("{0}", number(cause.what()));
    }

    /** With thousands grouped, as the language does; what is no number stays as it is. */
    private String number(String number) {
        if (!NUMBER.matcher(number).matches()) {
            return number;
        }
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        String grouped = whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", isVietnamese ? "." : ",");
        return point < 0 ? grouped : grouped + (isVietnamese ? "," : ".") + number.substring(point + 1);
    }

    /** The codes that have a text; a test compares them with {@link FindingCode}. */
    Set<String> codes() {
        return texts.stringPropertyNames().stream()
                .filter(key -> !key.contains("."))
                .collect(Collectors.toSet());
    }

    /** What is said of a likely cause, with its place for what it is about. */
    String pattern(LikelyCause.Kind cause) {
        return causes.getProperty(cause.code(), "");
    }

    /** The text as written, with its places for arguments. */
    String pattern(FindingCode code) {
        return texts.getProperty(code.code().toLowerCase(Locale.ROOT), "");
    }
}
