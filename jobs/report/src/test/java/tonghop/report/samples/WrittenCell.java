package tonghop.report.samples;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Report;

/**
 * A number as a sample's table has it.
 *
 * <ul>
 *   <li>{@code 48.3}: a number
 *   <li>{@code hơn 1,2}: a number with a qualifier, written as it stands
 *   <li>{@code "98,55%"}: a text, written as it stands without the quotes
 *   <li>{@code 100%}: a cell with a per-cent format, which holds 1
 * </ul>
 *
 * @param value absent for a text in quotes and for a per-cent cell
 * @param text what the cell holds as text; absent if it holds a number
 * @param percent the number of a per-cent cell, 1 for 100%
 */
record WrittenCell(
        Report.@Nullable Value value,
        @Nullable String text,
        @Nullable BigDecimal percent) {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    static WrittenCell parse(String written) {
        if (written.startsWith("\"")) {
            return new WrittenCell(null, written.substring(1, written.length() - 1), null);
        }
        if (NUMBER.matcher(written).matches()) {
            return new WrittenCell(new Report.Value(new BigDecimal(written), null), null, null);
        }
        if (written.endsWith("%") && NUMBER.matcher(without(written, "%")).matches()) {
            return new WrittenCell(null, null, new BigDecimal(without(written, "%")).movePointLeft(2));
        }
        for (Map.Entry<String, Qualifier> word : Qualifier.words().entrySet()) {
            if (written.startsWith(word.getKey() + " ")) {
                String number = without(written.substring(word.getKey().length() + 1), "%")
                        .replace(',', '.');
                return new WrittenCell(new Report.Value(new BigDecimal(number), word.getValue()), written, null);
            }
        }
        throw new IllegalArgumentException("not a number of a sample: '%s'".formatted(written));
    }

    private static String without(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    boolean isAsWritten() {
        return text != null || percent != null;
    }
}
