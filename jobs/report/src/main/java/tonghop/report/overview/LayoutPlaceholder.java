package tonghop.report.overview;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;

/** What stands between two pairs of braces in a layout. */
final class LayoutPlaceholder {

    /** In a text, anywhere. */
    static final Pattern ANY = Pattern.compile("\\{\\{([^{}]*)\\}\\}");

    static final String COLUMN_HEADING = "column";
    static final String COLUMN_VALUE = "column.value";
    static final String FORM_SHEETS = "form-sheets";
    static final String CHART = "chart:";

    private LayoutPlaceholder() {}

    /** The placeholder that is all of a cell's text. */
    static Optional<String> whole(Cell cell) {
        Matcher matcher = ANY.matcher(text(cell).strip());
        return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    static String text(Cell cell) {
        return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
    }

    /** The section that a field such as {@code indicator.label} belongs to. */
    static Optional<String> sectionOf(String placeholder) {
        int dot = placeholder.indexOf('.');
        return dot < 0 || placeholder.equals(COLUMN_VALUE)
                ? Optional.empty()
                : Optional.of(placeholder.substring(0, dot));
    }

    static String fieldOf(String placeholder) {
        return placeholder.substring(placeholder.indexOf('.') + 1);
    }
}
