package tonghop.ingest.draft;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.domain.UnitLevel;

/** How the registry writes kinds of units, and how long their codes are. */
final class UnitKinds {

    private static final Pattern KIND = Pattern.compile(
            "^(tỉnh|thành phố|thị xã|thị trấn|huyện|quận|xã|phường|đặc khu)\\s+(?=\\S)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private UnitKinds() {}

    static boolean startsWithKind(String name) {
        return KIND.matcher(name).find();
    }

    /** With the kind as in 'Thị trấn Ái Nghĩa', however it was written. */
    static String asRegistered(String name) {
        Matcher kind = KIND.matcher(name);
        if (!kind.find()) {
            return name;
        }
        String lower = kind.group(1).toLowerCase(Locale.ROOT);
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1) + " " + name.substring(kind.end());
    }

    /** How many digits a code of this level has. */
    static int digits(UnitLevel level) {
        return switch (level) {
            case COUNTRY, PROVINCE -> 2;
            case DISTRICT -> 3;
            case COMMUNE -> 5;
        };
    }
}
