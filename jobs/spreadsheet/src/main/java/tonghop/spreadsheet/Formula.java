package tonghop.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula as text, without the equals sign.
 *
 * @param text with references such as {@code D12}, {@code $D$12:E14}, {@code 'Biểu 1'!D12}, and commas between
 *     arguments
 * @param rows how many rows below the cell for which it was written it stands, where cells share one
 * @param columns the same to the right
 */
record Formula(String text, int rows, int columns) {

    private static final Pattern VOLATILE =
            Pattern.compile("\\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\\s*\\(", Pattern.CASE_INSENSITIVE);

    private static final String CELL = "(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7})";
    private static final Pattern REFERENCE = Pattern.compile("(?<![\\p{L}\\d_.!\\]'$:])"
            + "(?:('(?:[^']|'')+'|[\\p{L}_][\\p{L}\\d_.]*)!)?" + CELL + "(?::" + CELL + ")?(?![\\p{L}\\d_(!.:$])");

    /** {@code [.D12]}, {@code [.D12:.E14]}, {@code [$'Biểu 1'.D12]}. */
    private static final Pattern OPEN_DOCUMENT =
            Pattern.compile("\\[\\$?('(?:[^']|'')+'|[^\\].':]*)\\.(\\$?[A-Z]+\\$?\\d+)(?::\\.(\\$?[A-Z]+\\$?\\d+))?]");

    /**
     * A rectangle of cells that a formula reads.
     *
     * @param sheet the name of another sheet; empty for the formula's own
     * @param isRange whether it is written as a range, which only functions take
     */
    record Area(String sheet, CellAddress first, CellAddress last, boolean isRange) {}

    /** A formula as an .ods has it. */
    static Formula ofOpenDocument(String written) {
        String plain = written.replaceFirst("^(of|oooc|msoxl):", "").replaceFirst("^=", "");
        String text = OPEN_DOCUMENT.matcher(plain).replaceAll(reference -> {
            String sheet = reference.group(1).isEmpty() ? "" : reference.group(1) + "!";
            String last = reference.group(3) == null ? "" : ":" + reference.group(3);
            return Matcher.quoteReplacement(sheet + reference.group(2) + last);
        });
        return new Formula(text.replace(';', ','), 0, 0);
    }

    /** Whether it gives something else each time that it is computed. */
    boolean isVolatile() {
        return VOLATILE.matcher(text).find();
    }

    /** Everything that it reads. */
    List<Area> areas() {
        List<Area> areas = new ArrayList<>();
        Matcher reference = reference();
        while (reference.find()) {
            area(reference).ifPresent(areas::add);
        }
        return areas;
    }

    /** Finds the references in the text. */
    Matcher reference() {
        return REFERENCE.matcher(text).useTransparentBounds(true);
    }

    /** What a reference that was found stands for here; empty if there is no such cell. */
    Optional<Area> area(Matcher found) {
        String name = found.group(1) == null ? "" : found.group(1);
        String sheet =
                name.startsWith("'") ? name.substring(1, name.length() - 1).replace("''", "'") : name;
        Optional<CellAddress> first = address(found, 2);
        boolean isRange = found.group(7) != null;
        Optional<CellAddress> last = isRange ? address(found, 6) : first;
        return first.flatMap(from -> last.map(to -> new Area(
                sheet,
                new CellAddress(Math.min(from.row(), to.row()), Math.min(from.column(), to.column())),
                new CellAddress(Math.max(from.row(), to.row()), Math.max(from.column(), to.column())),
                isRange)));
    }

    private Optional<CellAddress> address(Matcher found, int group) {
        return CellAddress.of(found.group(group + 1) + found.group(group + 3))
                .map(cell -> new CellAddress(
                        cell.row() + (found.group(group + 2).isEmpty() ? rows : 0),
                        cell.column() + (found.group(group).isEmpty() ? columns : 0)))
                .filter(cell -> cell.row() >= 0 && cell.column() >= 0);
    }
}
