package tonghop.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What is stored in a cell, as a value; the same for every format. */
final class CellValues {

    /** What Excel keeps of a number; the digits beyond are artefacts of binary fractions. */
    private static final MathContext SIGNIFICANT_DIGITS = new MathContext(15);

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final int DAYS_TO_1904 = 1462;

    /** 29 February 1900, which Excel counts though it never was. */
    private static final int NO_DAY = 60;

    private static final int FIRST_DAY_OF_YEAR_10000 = 2_958_466;

    private final boolean isFrom1904;

    /** @param isFrom1904 whether days count from 1904, as in workbooks made on old Macintoshes */
    CellValues(boolean isFrom1904) {
        this.isFrom1904 = isFrom1904;
    }

    static Grid.Cell text(String text) {
        return Grid.Cell.stored(Grid.Kind.TEXT, withoutNul(text), null, false);
    }

    /** Without U+0000, which nobody sees, no program shows and no database takes. */
    static String withoutNul(String text) {
        return text.replace("\0", "");
    }

    static Grid.Cell logical(boolean value) {
        return Grid.Cell.stored(Grid.Kind.LOGICAL, value ? "TRUE" : "FALSE", null, false);
    }

    static Grid.Cell error(String text) {
        return Grid.Cell.stored(Grid.Kind.ERROR, withoutNul(text), null, false);
    }

    /** A number as it stands in XML; an error cell if it is none. */
    Grid.Cell number(String text, NumberFormat format) {
        BigDecimal exact = shortDecimal(text);
        if (exact != null) {
            return cell(exact, format);
        }
        try {
            return number(Double.parseDouble(text), format);
        } catch (NumberFormatException e) {
            return error(text);
        }
    }

    Grid.Cell number(double value, NumberFormat format) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return error(String.valueOf(value));
        }
        return cell(new BigDecimal(value).round(SIGNIFICANT_DIGITS), format);
    }

    /** A date as text, such as {@code 2023-12-14} or {@code 2023-12-14T08:30:00}; an error cell if it is none. */
    Grid.Cell isoDate(String text) {
        try {
            String plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
            LocalDateTime time = plain.contains("T")
                    ? LocalDateTime.parse(plain)
                    : LocalDate.parse(plain).atStartOfDay();
            LocalDate day = time.toLocalDate();
            long days = ChronoUnit.DAYS.between(DAY_0, day);
            BigDecimal ofDay = BigDecimal.valueOf(time.toLocalTime().toSecondOfDay())
                    .divide(BigDecimal.valueOf(86_400), 10, RoundingMode.HALF_UP);
            BigDecimal serial =
                    plain(BigDecimal.valueOf(days <= NO_DAY ? days - 1 : days).add(ofDay));
            return Grid.Cell.stored(Grid.Kind.DATE, day.toString(), serial, false);
        } catch (DateTimeException e) {
            return error(text);
        }
    }

    private Grid.Cell cell(BigDecimal number, NumberFormat format) {
        BigDecimal plain = plain(number);
        if (!format.isDate()) {
            return Grid.Cell.stored(Grid.Kind.NUMBER, plain.toPlainString(), plain, format.isPercent())
                    .shown(format.shown(plain));
        }
        return Grid.Cell.stored(Grid.Kind.DATE, day(plain), plain, false);
    }

    /** The day of a serial number, its time of day left out; the number itself where there is no such day. */
    private String day(BigDecimal serial) {
        BigDecimal from1900 = isFrom1904 ? serial.add(BigDecimal.valueOf(DAYS_TO_1904)) : serial;
        if (from1900.signum() < 0 || from1900.compareTo(BigDecimal.valueOf(FIRST_DAY_OF_YEAR_10000)) >= 0) {
            return serial.toPlainString();
        }
        int days = from1900.intValue();
        if (days == 0 || days == NO_DAY) {
            return serial.toPlainString();
        }
        return DAY_0.plusDays(days < NO_DAY ? days + 1 : days).toString();
    }

    /** Exact for up to 15 digits, where the way over a binary fraction gives the same; null for anything longer. */
    private static @Nullable BigDecimal shortDecimal(String text) {
        int length = text.length();
        if (length == 0 || length > 15) {
            return null;
        }
        int points = 0;
        for (int index = 0; index < length; index++) {
            char c = text.charAt(index);
            if (c == '.') {
                points++;
            } else if ((c < '0' || c > '9') && !(c == '-' && index == 0)) {
                return null;
            }
        }
        char last = text.charAt(length - 1);
        return points > 1 || last < '0' || last > '9' || text.charAt(0) == '.' ? null : new BigDecimal(text);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.scale() == 0 ? number : number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
