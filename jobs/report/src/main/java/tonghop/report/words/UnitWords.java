package tonghop.report.words;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.domain.UnitLevel;
import tonghop.domain.unit.Unit;

/**
 * How a unit and its authorities are called in documents and on forms: 'tỉnh Đắk Nông', 'UBND TỈNH ĐẮK NÔNG', 'Tỉnh ủy
 * Đắk Nông'. A unit that ended is called as it was then.
 */
public final class UnitWords {

    private static final Pattern KIND =
            Pattern.compile("^(Tỉnh|Thành phố|Thị xã|Thị trấn|Huyện|Quận|Phường|Xã|Đặc khu) (.*)$");

    private UnitWords() {}

    /** As it stands within a sentence: 'tỉnh Đắk Nông'. */
    public static String within(Unit unit) {
        String name = unit.registeredName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** 'TỈNH ĐẮK NÔNG'. */
    public static String capitals(Unit unit) {
        return unit.registeredName().toUpperCase(Locale.ROOT);
    }

    /** Where its documents are signed: 'Đắk Nông'; those of the country in Hà Nội. */
    public static String place(Unit unit) {
        Matcher kind = KIND.matcher(unit.registeredName());
        return unit.level() == UnitLevel.COUNTRY ? "Hà Nội" : kind.matches() ? kind.group(2) : unit.registeredName();
    }

    /** 'UBND tỉnh Đắk Nông'; the country, which has none, by its name alone. */
    public static String committee(Unit unit) {
        return (unit.level() == UnitLevel.COUNTRY ? "" : "UBND ") + within(unit);
    }

    /** 'UBND TỈNH ĐẮK NÔNG'; the country by its name alone. */
    public static String committeeInCapitals(Unit unit) {
        return committee(unit).toUpperCase(Locale.ROOT);
    }

    /** 'Tỉnh ủy Đắk Nông', 'Thành ủy Hải Phòng', 'Đảng ủy xã Thăng Bình'. */
    public static String partyCommittee(Unit unit) {
        Matcher kind = KIND.matcher(unit.registeredName());
        if (unit.level() == UnitLevel.COUNTRY || !kind.matches()) {
            return "Ban Chấp hành Trung ương";
        }
        return switch (kind.group(1)) {
            case "Tỉnh" -> "Tỉnh ủy " + kind.group(2);
            case "Thành phố" -> "Thành ủy " + kind.group(2);
            case "Huyện" -> "Huyện ủy " + kind.group(2);
            case "Quận" -> "Quận ủy " + kind.group(2);
            case "Thị xã" -> "Thị ủy " + kind.group(2);
            default -> "Đảng ủy " + within(unit);
        };
    }

    /** What stands for it in the number of a document, such as TU in '07-BC/TU'. */
    public static String partySymbol(Unit unit) {
        return switch (unit.level()) {
            case COUNTRY -> "TW";
            case PROVINCE -> "TU";
            case DISTRICT ->
                unit.registeredName().startsWith("Quận")
                        ? "QU"
                        : unit.registeredName().startsWith("Huyện") ? "HU" : "TU";
            case COMMUNE -> "ĐU";
        };
    }
}
