package tonghop.report.data;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a CSV file as RFC 4180 has them.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP ASVS 5.0, 1.2.10); numbers
 * stay as they are.
 */
public final class CsvLines implements Closeable {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final ICSVWriter csv;

    /** @param file is closed with this */
    CsvLines(Writer file) {
        csv = new CSVWriterBuilder(file)
                .withLineEnd(ICSVWriter.RFC4180_LINE_END)
                .build();
    }

    /**
     * Adds a line.
     *
     * @param fields numbers, texts, or nothing for an empty field
     * @throws IOException if it could not be written; OpenCSV keeps that to itself until it is asked
     */
    void write(@Nullable Object... fields) throws IOException {
        String[] texts = new String[fields.length];
        for (int index = 0; index < fields.length; index++) {
            Object field = fields[index];
            texts[index] =
                    field instanceof BigDecimal number ? number.toPlainString() : harmless(Objects.toString(field, ""));
        }
        csv.writeNext(texts, false);
        throwIfFailed();
    }

    @Override
    public void close() throws IOException {
        csv.close();
        throwIfFailed();
    }

    private void throwIfFailed() throws IOException {
        IOException failure = csv.getException();
        if (failure != null) {
            csv.resetError();
            throw failure;
        }
    }

    static String harmless(String text) {
        return isFormulaBehindApostrophes(text) ? "'" + text : text;
    }

    /** The text that {@link #harmless} was given. */
    public static String asWritten(String text) {
        return text.startsWith("'") && isFormulaBehindApostrophes(text) ? text.substring(1) : text;
    }

    /** What has its own apostrophe already gets one more, or nobody could tell whose it is. */
    private static boolean isFormulaBehindApostrophes(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && FORMULA_STARTS.indexOf(text.charAt(first)) >= 0;
    }
}
