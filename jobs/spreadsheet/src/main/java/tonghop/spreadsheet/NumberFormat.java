package tonghop.spreadsheet;

/** How a number is shown, as far as that says what it is. */
enum NumberFormat {
    PLAIN,
    PERCENT,
    DATE;

    /** A format by its number, where a workbook does not say what it looks like (ECMA-376 part 1, 18.8.30). */
    static NumberFormat builtIn(int id) {
        boolean isDate =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        return isDate ? DATE : id == 9 || id == 10 ? PERCENT : PLAIN;
    }

    /**
     * A format by its code. {@code "Ngày" dd "tháng" mm "năm" yyyy} is a date though not all of it is; {@code 0 "%"} is
     * no per cent, for it does not multiply.
     */
    static NumberFormat of(String code) {
        boolean isFirstSection = true;
        boolean hasDateLetter = false;
        String plain = code.equalsIgnoreCase("General") ? "" : code;
        for (int index = 0; index < plain.length(); index++) {
            char c = Character.toLowerCase(plain.charAt(index));
            switch (c) {
                case '"' -> index = indexOrEnd(plain, '"', index + 1);
                case '[' -> {
                    int end = indexOrEnd(plain, ']', index + 1);
                    hasDateLetter |=
                            isFirstSection && isElapsed(plain.substring(index + 1, Math.min(end, plain.length())));
                    index = end;
                }
                case '\\', '_', '*' -> index++;
                case ';' -> isFirstSection = false;
                case '%' -> {
                    return PERCENT;
                }
                case 'd', 'm', 'y', 'h', 's' -> hasDateLetter |= isFirstSection;
                default -> {
                    // Digits, separators, colours: they do not tell.
                }
            }
        }
        return hasDateLetter ? DATE : PLAIN;
    }

    private static int indexOrEnd(String text, char c, int from) {
        int index = text.indexOf(c, from);
        return index < 0 ? text.length() : index;
    }

    /** {@code [h]}, {@code [mm]}: a time that may be more than a day. */
    private static boolean isElapsed(String bracketed) {
        return bracketed.matches("(?i)h+|m+|s+");
    }
}
