package tonghop.ingest.draft;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A numbered column as a blank form prints it.
 *
 * @param mark what stands in the row of column numbers, such as {@code 1=4+13+22}
 * @param path the headings over it, the highest first
 * @param cell the address of the mark
 */
record PrintedColumn(int no, String mark, List<String> path, int column, String cell) {

    private static final Pattern WHOLE = Pattern.compile(".*(?<!\\p{L})(?:tổng|số|cộng)(?!\\p{L}).*");

    boolean hasFormula() {
        return mark.contains("=");
    }

    String leaf() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    /** The headings over its own one. */
    List<String> group() {
        return path.isEmpty() ? path : path.subList(0, path.size() - 1);
    }

    boolean isWithin(List<String> headings) {
        return path.size() >= headings.size()
                && path.subList(0, headings.size()).equals(headings);
    }

    /** Whether its heading reads like that of a total or a count, rather than of one kind among others. */
    boolean readsLikeAWhole() {
        return WHOLE.matcher(leaf().toLowerCase(Locale.ROOT)).matches();
    }
}
