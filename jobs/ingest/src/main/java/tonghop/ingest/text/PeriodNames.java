package tonghop.ingest.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.domain.time.Period;
import tonghop.domain.time.ReportingCalendar;
import tonghop.spreadsheet.text.VietnameseText;

/** Finds periods by the names that people give them: in a heading, and shortened in the name of a file. */
public final class PeriodNames {

    /** In texts, the narrower first: a line that names a quarter also names its year. */
    private static final List<Name> IN_TEXT = List.of(
            new Name("Q", Pattern.compile("quý\\s+(iv|iii|ii|i|[1-4])\\s*(?:năm|/)\\s*(\\d{4})")),
            new Name("H", Pattern.compile("(?:6|sáu)\\s+tháng\\s+(đầu|cuối)\\s+năm\\s+(\\d{4})")),
            new Name("9M", Pattern.compile("(9|chín)\\s+tháng(?:\\s+đầu)?\\s+năm\\s+(\\d{4})")),
            new Name("M", Pattern.compile("(?<!\\d )tháng\\s+(\\d{1,2})\\s*(?:năm|/)\\s*(\\d{4})")),
            new Name("", Pattern.compile("^(?:kỳ báo cáo:?\\s*)?(năm)\\s+(\\d{4})")));

    private static final String YEAR = "(?:[ _.-]*(?:nam)?[ _.-]*)((?:19|20)\\d{2})(?!\\d)";

    /** In names of files, folders and sheets, without marks. */
    private static final List<Name> IN_FILE_NAME = List.of(
            new Name("Q", Pattern.compile("(?<![a-z])(?:quy|q)[ _.-]*(iv|iii|ii|i|[1-4])" + YEAR)),
            new Name("H", Pattern.compile("(?<!\\d)6[ _.-]*(?:thang|t)[ _.-]*(dau|cuoi)" + YEAR)),
            new Name("9M", Pattern.compile("(?<!\\d)(9)[ _.-]*(?:thang|t)(?:[ _.-]*dau)?" + YEAR)),
            new Name("M", Pattern.compile("(?<![a-z\\d])(?:thang|t)[ _.-]*(\\d{1,2})" + YEAR)),
            new Name("", Pattern.compile("(?<![a-z])(nam)[ _.-]*((?:19|20)\\d{2})(?!\\d)")),
            new Name("", Pattern.compile("^()((?:19|20)\\d{2})$")));

    /** A period's own code, such as {@code 2023-Q4}, alone between separators. */
    private static final Pattern CODE =
            Pattern.compile("(?<![\\w-])(\\d{4}-(?:Q[1-4]|H[12]|9M)|\\d{4}-\\d{4})(?![\\w-])");

    private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv");

    private final ReportingCalendar calendar;

    public PeriodNames(ReportingCalendar calendar) {
        this.calendar = calendar;
    }

    private record Name(String kind, Pattern written) {}

    /** The period that a line of text names. */
    public Optional<Period> inText(String text) {
        return named(VietnameseText.tidy(text).toLowerCase(Locale.ROOT), IN_TEXT);
    }

    /** The period that the name of a file, folder or sheet names. */
    public Optional<Period> inFileName(String name) {
        Matcher code = CODE.matcher(name);
        if (code.find()) {
            return calendar.find(code.group(1));
        }
        return named(VietnameseText.skeleton(name), IN_FILE_NAME);
    }

    private Optional<Period> named(String text, List<Name> names) {
        for (Name name : names) {
            Matcher found = name.written().matcher(text);
            if (found.find()) {
                return calendar.find(found.group(2) + code(name.kind(), found.group(1)));
            }
        }
        return Optional.empty();
    }

    private static String code(String kind, String which) {
        return switch (kind) {
            case "Q" -> "-Q" + (ROMAN.contains(which) ? ROMAN.indexOf(which) + 1 : Integer.parseInt(which));
            case "H" -> which.equals("đầu") || which.equals("dau") ? "-H1" : "-H2";
            case "M" -> "-%02d".formatted(Integer.parseInt(which));
            case "9M" -> "-9M";
            default -> "";
        };
    }
}
