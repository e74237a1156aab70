package tonghop.report.document;

/**
 * What stands between <code>{{</code> and <code>}}</code>.
 *
 * @param function what is wanted of a figure, such as {@code tu-so}; empty for the figure itself, and for a word
 * @param argument the id of a figure, or a word such as {@code don-vi}
 */
record Placeholder(String function, String argument) {

    static Placeholder parse(String text) {
        String trimmed = text.strip();
        int colon = trimmed.indexOf(':');
        return colon < 0
                ? new Placeholder("", trimmed)
                : new Placeholder(
                        trimmed.substring(0, colon).strip(),
                        trimmed.substring(colon + 1).strip());
    }

    @Override
    public String toString() {
        return function.isEmpty() ? argument : function + ":" + argument;
    }
}
