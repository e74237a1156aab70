package tonghop.report.sheet;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Measure;
import tonghop.report.words.Words;
import tonghop.spreadsheet.XmlText;

/**
 * Writes values into cells that have a style already.
 *
 * <p>A rate is written as the number of per cent, without a per-cent format: 98.5 reads as 98,5 in the column whose
 * heading says '%'. What has a qualifier is text, for it is not a number to calculate with.
 */
public final class CellWriter {

    private static final String FORMULA_STARTS = "=+-@";

    /**
     * What a workbook cannot hold or a reader cannot see: controls but for tab and line feed, half a surrogate pair.
     */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]|\\p{Cs}|[\\ufffe\\uffff]");

    private final Map<XSSFCellStyle, XSSFCellStyle> quoted = new HashMap<>();

    /** The text without what a workbook cannot hold or a reader cannot see, cut where it is too long for a cell. */
    public static String clean(String text) {
        if (isPlain(text)) {
            return text;
        }
        String plain = text.length() > XmlText.LONGEST_TEXT ? text.substring(0, XmlText.LONGEST_TEXT) + "…" : text;
        return writable(XmlText.escaped(plain));
    }

    /** The text without what a workbook or document cannot hold or a reader cannot see. */
    public static String writable(String text) {
        return UNWRITABLE.matcher(text).replaceAll("");
    }

    /** Most texts are, and there may be millions of them. */
    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter < ' ' || letter == '_' || (letter >= 0x7f && letter < 0xa0) || letter >= 0xd800) {
                return false;
            }
        }
        return text.length() <= XmlText.LONGEST_TEXT;
    }

    /** Whether a spreadsheet would take the text for a formula, were it typed in. */
    public static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** Writes text as text, whatever it begins with. */
    public void text(Cell cell, String text) {
        String clean = clean(text);
        if (clean.isEmpty()) {
            return;
        }
        cell.setCellValue(clean);
        if (looksLikeFormula(clean)) {
            cell.setCellStyle(quoted.computeIfAbsent((XSSFCellStyle) cell.getCellStyle(), CellWriter::withQuotePrefix));
        }
    }

    private static XSSFCellStyle withQuotePrefix(XSSFCellStyle style) {
        XSSFCellStyle quoted = style.copy();
        quoted.setQuotePrefixed(true);
        return quoted;
    }

    /** Writes a value of {@code measure}; a qualified one as text, such as 'trên 98%'. */
    public void value(XSSFCell cell, Amount value, @Nullable Measure measure) {
        if (value.qualifier() == null) {
            cell.setCellValue(value.value().doubleValue());
        } else {
            String unit = measure != null && measure.unitOfCount().equals("%") ? "%" : "";
            text(cell, Words.qualified(value.value(), value.qualifier()) + unit);
        }
    }

    /** Writes a live formula together with what it comes to. */
    public void formula(XSSFCell cell, String formula, BigDecimal value) {
        cell.setCellFormula(formula);
        cell.setCellValue(value.doubleValue());
    }
}
