package tonghop.launch;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Workbook;

/** Text as it was typed before Unicode, with the fonts that showed it and without. */
final class EncodingDamages {

    /** Vowels with their tones in the order of {@link #TONES}, and what TCVN3 (ABC) writes for each. */
    private static final String[] TCVN3 = {
        "aàảãáạ", "aµ¶·¸¹", "ăằẳẵắặ", "¨»¼½¾Æ", "âầẩẫấậ", "©ÇÈÉÊË", "eèẻẽéẹ", "eÌÎÏÐÑ", "êềểễếệ", "ªÒÓÔÕÖ",
        "iìỉĩíị", "i×ØÜÝÞ", "oòỏõóọ", "oßáâãä", "ôồổỗốộ", "«åæçèé", "ơờởỡớợ", "¬êëìíî", "uùủũúụ", "uïñòóô",
        "ưừửữứự", "\u00adõö÷øù", "yỳỷỹýỵ", "yúûüýþ", "đ", "®", "ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§"
    };

    /** In VNI a vowel is followed by a letter that carries its mark and tone. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private static final Map<Character, Character> TO_TCVN3 = new HashMap<>();

    static {
        for (int pair = 0; pair < TCVN3.length; pair += 2) {
            for (int index = 0; index < TCVN3[pair].length(); index++) {
                TO_TCVN3.put(TCVN3[pair].charAt(index), TCVN3[pair + 1].charAt(index));
            }
        }
    }

    private EncodingDamages() {}

    static List<Damage> ofEncodings() {
        return List.of(
                Damage.of(
                        "in TCVN3 with its fonts",
                        table -> encode(table, EncodingDamages::tcvn3, ".VnTime", ".VnTimeH")),
                Damage.of("in TCVN3 without its fonts", table -> encode(table, EncodingDamages::tcvn3, "", "")),
                Damage.of(
                        "in VNI with its fonts",
                        table -> encode(table, EncodingDamages::vni, "VNI-Times", "VNI-Times")),
                Damage.of("in VNI without its fonts", table -> encode(table, EncodingDamages::vni, "", "")));
    }

    private static boolean encode(SampleTable table, UnaryOperator<String> encoding, String font, String capitals) {
        Map<String, CellStyle> styles = new HashMap<>();
        List<Cell> texts = table.texts();
        for (Cell cell : texts) {
            String text = Normalizer.normalize(cell.getStringCellValue(), Normalizer.Form.NFC);
            boolean isCapital =
                    text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT));
            boolean hasCapitalFont = isCapital && !font.equals(capitals);
            String name = isCapital ? capitals : font;
            cell.setCellValue(encoding.apply(hasCapitalFont ? text.toLowerCase(Locale.ROOT) : text));
            if (!name.isEmpty()) {
                cell.setCellStyle(
                        styles.computeIfAbsent(name + cell.getCellStyle().getIndex(), any -> style(cell, name)));
            }
        }
        return !texts.isEmpty();
    }

    private static CellStyle style(Cell cell, String fontName) {
        Workbook workbook = cell.getSheet().getWorkbook();
        Font font = workbook.createFont();
        font.setFontName(fontName);
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(cell.getCellStyle());
        style.setFont(font);
        return style;
    }

    /** Capital letters with tones exist only in the fonts of capitals; elsewhere people typed small ones. */
    static String tcvn3(String text) {
        StringBuilder written = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            Character own = TO_TCVN3.get(letter);
            char small = Character.toLowerCase(letter);
            written.append(own != null ? own : TO_TCVN3.getOrDefault(small, letter));
        }
        return written.toString();
    }

    static String vni(String text) {
        StringBuilder written = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            String small = vniOfSmall(Character.toLowerCase(letter));
            written.append(Character.isUpperCase(letter) ? small.toUpperCase(Locale.ROOT) : small);
        }
        return written.toString();
    }

    private static String vniOfSmall(char letter) {
        String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        String tone = parts.replaceAll("[^" + TONES + "]", "");
        String vowel = Normalizer.normalize(parts.replaceAll("[" + TONES + "]", ""), Normalizer.Form.NFC);
        int which = tone.isEmpty() ? -1 : TONES.indexOf(tone);
        return switch (vowel) {
            case "đ" -> "ñ";
            case "ơ" -> "ô" + plain(which);
            case "ư" -> "ö" + plain(which);
            case "i" -> which < 0 ? "i" : String.valueOf("ìæóíò".charAt(which));
            case "y" -> which == 4 ? "î" : "y" + plain(which);
            case "ă" -> "a" + (which < 0 ? 'ê' : "èúüéë".charAt(which));
            case "â" -> "a" + (which < 0 ? 'â' : "àåãáä".charAt(which));
            case "ê" -> "e" + (which < 0 ? 'â' : "àåãáä".charAt(which));
            case "ô" -> "o" + (which < 0 ? 'â' : "àåãáä".charAt(which));
            default -> vowel + plain(which);
        };
    }

    private static String plain(int tone) {
        return tone < 0 ? "" : String.valueOf("øûõùï".charAt(tone));
    }
}
