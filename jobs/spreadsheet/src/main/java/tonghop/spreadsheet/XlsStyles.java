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
import org.apache.poi.hssf.util.HSSFColor;
import org.jspecify.annotations.Nullable;
import tonghop.spreadsheet.text.LegacyText;

/** What the styles of an .xls say about values: the number format and the font of each cell format. */
final class XlsStyles {

    /** There is no font of this number; those after it count on. */
    private static final int NO_FONT = 4;

    private final Map<Integer, NumberFormat> formats = new HashMap<>();
    private final List<FontRecord> fonts = new ArrayList<>();
    private final List<ExtendedFormatRecord> cellFormats = new ArrayList<>();

    void add(Record entry) {
        if (entry instanceof FormatRecord format) {
            formats.put(format.getIndexCode(), NumberFormat.of(format.getFormatString()));
        } else if (entry instanceof FontRecord font) {
            fonts.add(font);
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
        return LegacyText.isAnyLegacy(fonts.stream().map(XlsStyles::name).toList());
    }

    /** What a reader sees of a whole cell in this format that is struck out, or in the colour of its ground. */
    Grid.@Nullable Shown shown(int style) {
        if (style < 0 || style >= cellFormats.size()) {
            return null;
        }
        ExtendedFormatRecord cell = cellFormats.get(style);
        FontRecord font = font(cell.getFontIndex());
        if (font == null) {
            return null;
        }
        if (font.isStruckout()) {
            return new Grid.Shown(Grid.Manner.STRUCK, "");
        }
        boolean isSolid = cell.getAdtlFillPattern() == 1;
        boolean isOnWhite = cell.getAdtlFillPattern() == 0 || (isSolid && isWhite(cell.getFillForeground()));
        return isOnWhite && isWhite(font.getColorPaletteIndex()) ? new Grid.Shown(Grid.Manner.HIDDEN, "") : null;
    }

    /** The two white places of the palette that workbooks have who changed none. */
    private static boolean isWhite(int colour) {
        return colour == HSSFColor.HSSFColorPredefined.WHITE.getIndex()
                || colour == HSSFColor.HSSFColorPredefined.WHITE.getIndex2();
    }

    /** The text in its runs, each with its font and look; a cell that is struck out as a whole is told by itself. */
    RichText typeset(UnicodeString string, int style) {
        String text = string.getString();
        FontRecord ofCell = style < 0 || style >= cellFormats.size()
                ? null
                : font(cellFormats.get(style).getFontIndex());
        List<RichText.Run> runs = new ArrayList<>();
        int start = 0;
        FontRecord current = ofCell;
        Iterator<FormatRun> changes = string.formatIterator();
        while (changes != null && changes.hasNext()) {
            FormatRun change = changes.next();
            int position = Math.min(text.length(), change.getCharacterPos());
            if (position > start) {
                runs.add(run(text.substring(start, position), current));
                start = position;
            }
            current = font(change.getFontIndex());
        }
        runs.add(run(text.substring(start), current));
        return new RichText(runs);
    }

    private static RichText.Run run(String text, @Nullable FontRecord font) {
        boolean isRaised = font != null && font.getSuperSubScript() != FontRecord.SS_NONE;
        return new RichText.Run(
                text, font == null ? null : name(font), RichText.Look.of(font != null && font.isStruckout(), isRaised));
    }

    private static String name(FontRecord font) {
        return font.getFontName() == null ? "" : font.getFontName();
    }

    private @Nullable FontRecord font(int number) {
        int index = number > NO_FONT ? number - 1 : number;
        return index < 0 || index >= fonts.size() ? null : fonts.get(index);
    }
}
