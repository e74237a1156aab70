package tonghop.report.sheet;

import java.util.function.Predicate;

/** How sheets are named, and how formulas and links name sheets. */
public final class SheetNames {

    private static final int LONGEST = 31;

    private SheetNames() {}

    /** {@code wished}, or with a number behind it the first name that is free. */
    public static String free(String wished, Predicate<String> isTaken) {
        String name = wished;
        for (int number = 2; isTaken.test(name); number++) {
            String end = " (" + number + ")";
            name = wished.substring(0, Math.min(wished.length(), LONGEST - end.length())) + end;
        }
        return name;
    }

    /** The name in quotes, which is right for any name. */
    public static String quoted(String sheet) {
        return "'" + sheet.replace("'", "''") + "'";
    }
}
