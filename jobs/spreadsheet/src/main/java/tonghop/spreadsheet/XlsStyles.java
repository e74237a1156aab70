package tonghop.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.common.FormatRun;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.jspecify.annotations.Nullable;
import tonghop.spreadsheet.text.LegacyText;

/** What the styles of an .xls say about values: the number format and the font of each cell format. */
final class XlsStyles {

    /** There is no font of this number; those after it count on. */
    private static final int NO_FONT = 4;

    private final Map<Integer, NumberFormat> formats = new HashMap<>();
    private final List<String> fonts = new ArrayList<>();
    private final List<ExtendedFormatRecord> cellFormats = new ArrayList<>();

    void add(Record entry) {
        if (entry instanceof FormatRecord format) {
            formats.put(format.getIndexCode(), NumberFormat.of(format.getFormatString()));
        } else if (entry instanceof FontRecord font) {
            fonts.add(font.getFontName() == null ? "" : font.getFontName());
        } else if (entry instanceof ExtendedFormatRecord cellFormat) {
            cellFormats.add(cellFormat);
        }
    }

    NumberFormat numberFormat(int style) {
        if (style < 0 || style >= cellFormats.size()) {
            return NumberFormat.PLAIN;
        }
        int format = cellFormats.get(style).getFormatIndex();
        return formats.getOrDefault(format, NumberFormat.builtIn(format));
    }

    boolean hasLegacyFonts() {
        return LegacyText.isAnyLegacy(fonts);
    }

    /** The text in its runs, each with its font. */
    RichText typeset(UnicodeString string, int style) {
        String text = string.getString();
        String ofCell = style < 0 || style >= cellFormats.size()
                ? null
                : font(cellFormats.get(style).getFontIndex());
        List<RichText.Run> runs = new ArrayList<>();
        int start = 0;
        String current = ofCell;
        Iterator<FormatRun> changes = string.formatIterator();
        while (changes != null && changes.hasNext()) {
            FormatRun change = changes.next();
            int position = Math.min(text.length(), change.getCharacterPos());
            if (position > start) {
                runs.add(new RichText.Run(text.substring(start, position), current));
                start = position;
            }
            current = font(change.getFontIndex());
        }
        runs.add(new RichText.Run(text.substring(start), current));
        return new RichText(runs);
    }

    private @Nullable String font(int number) {
        int index = number > NO_FONT ? number - 1 : number;
        return index < 0 || index >= fonts.size() ? null : fonts.get(index);
    }
}
