package tonghop.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.LikelyCause;

/**
 * The wording of findings, in Vietnamese and in English: what is wrong, and what to do.
 *
 * <p>In a text, {@code {0}} is the value that was seen, {@code {1}} what was expected, {@code {2}} and on the details.
 * A detail such as {@code above} that has a text of its own, under {@code unusual-count.above}, stands for that text.
 */
public final class FindingTexts {

    /** What speaks of numbers, as opposed to codes and names that are made of digits. */
    private static final Set<FindingCode> OF_NUMBERS = EnumSet.of(
            FindingCode.RULE_BROKEN,
            FindingCode.TOTAL_DIFFERS,
            FindingCode.RATE_CUT_OFF,
            FindingCode.RATE_DIFFERS,
            FindingCode.PARENT_ROW_DIFFERS,
            FindingCode.OWN_TOTAL_DIFFERS,
            FindingCode.OPENING_BALANCE_DIFFERS,
            FindingCode.FORMS_DISAGREE,
            FindingCode.LOOK_ALIKE,
            FindingCode.PARTS_DO_NOT_ADD_UP,
            FindingCode.UNUSUAL_COUNT,
            FindingCode.UNUSUAL_RATE);

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)\\}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

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
        List<String> arguments = new ArrayList<>(List.of(finding.value(), finding.expected()));
        arguments.addAll(finding.details());
        String filled = filled(finding.code(), finding.code().code(), arguments).strip();
        return finding.details().stream()
                .flatMap(detail -> cause(detail).stream())
                .reduce(filled, "%s %s"::formatted);
    }

    private String filled(FindingCode code, String key, List<String> arguments) {
        boolean isOfNumbers = OF_NUMBERS.contains(code);
        return PLACE.matcher(texts.getProperty(key, "")).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            String argument = index < arguments.size() ? arguments.get(index) : "";
            String phrase = code.code() + "." + argument;
            if (index > 1 && key.equals(code.code()) && texts.containsKey(phrase)) {
                return Matcher.quoteReplacement(filled(code, phrase, arguments));
            }
            boolean isNumber = isOfNumbers && NUMBER.matcher(argument).matches();
            return Matcher.quoteReplacement(isNumber ? written(argument) : argument);
        });
    }

    private Optional<String> cause(String detail) {
        return LikelyCause.in(detail).map(cause -> {
            String what = cause.what(detail);
            return pattern(cause).replace("{0}", NUMBER.matcher(what).matches() ? written(what) : what);
        });
    }

    /** With thousands grouped, as the language does. */
    private String written(String number) {
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
    String pattern(LikelyCause cause) {
        return causes.getProperty(cause.code(), "");
    }

    /** The text as written, with its places for arguments. */
    String pattern(FindingCode code) {
        return texts.getProperty(code.code().toLowerCase(Locale.ROOT), "");
    }
}
