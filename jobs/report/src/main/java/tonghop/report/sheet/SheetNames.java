package tonghop.report.sheet;

/** How formulas and links name sheets. */
public final class SheetNames {

    private SheetNames() {}

    /** The name in quotes, which is right for any name. */
    public static String quoted(String sheet) {
        return "'" + sheet.replace("'", "''") + "'";
    }
}
