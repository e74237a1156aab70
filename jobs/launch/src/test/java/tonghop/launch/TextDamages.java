package tonghop.launch;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import tonghop.domain.form.TableRow;

/** Words in other encodings, with slips of the pen, under other names. */
final class TextDamages {

    private TextDamages() {}

    static List<Damage> ofText() {
        return List.of(
                Damage.of("with a slip in every heading", TextDamages::misspellHeadings),
                Damage.of("with headings in capitals", table -> headings(table, text -> text.toUpperCase(Locale.ROOT))),
                Damage.of("with one heading replaced", TextDamages::replaceHeading),
                Damage.of(
                        "in decomposed Unicode",
                        table -> table.replaceTexts(text -> Normalizer.normalize(text, Normalizer.Form.NFD))),
                Damage.of("in half-composed Unicode", table -> table.replaceTexts(TextDamages::halfComposed)),
                Damage.of(
                        "with Icelandic Đ",
                        table -> table.replaceTexts(
                                text -> text.replace('Đ', '\u00d0').replace('đ', '\u00f0'))),
                Damage.of(
                        "with odd blanks",
                        table -> table.replaceTexts(
                                text -> text.replace(" ", "\u00a0 ").concat("\u200b"))),
                Damage.of(
                        "with the other spelling of tones",
                        table -> table.replaceTexts(text ->
                                text.replace("òa", "oà").replace("óa", "oá").replace("ủy", "uỷ"))),
                Damage.of("with labels without marks", table -> labels(table, TextDamages::withoutMarks)),
                Damage.of("with a slip in a unit's name", TextDamages::misspellUnit),
                Damage.of("with labels in capitals", table -> labels(table, text -> text.toUpperCase(Locale.ROOT))),
                Damage.of(
                        "with ordinals in the labels", table -> !table.isList() && labels(table, text -> "1. " + text)),
                Damage.of(
                        "with the committee before units",
                        table -> labels(
                                table,
                                text -> text.matches("(?:Xã|Phường|Thị trấn|Huyện|Thành phố) .*")
                                        ? "UBND " + text
                                        : text)));
    }

    private static boolean headings(SampleTable table, UnaryOperator<String> changed) {
        List<Cell> texts = table.texts().stream()
                .filter(cell -> cell.getRowIndex() >= table.headingTop() && cell.getRowIndex() < table.numberRow())
                .toList();
        texts.forEach(cell -> cell.setCellValue(changed.apply(cell.getStringCellValue())));
        return !texts.isEmpty();
    }

    private static boolean misspellHeadings(SampleTable table) {
        return headings(table, text -> text.length() < 8 ? text : text.substring(0, 4) + text.substring(5));
    }

    private static boolean replaceHeading(SampleTable table) {
        List<Cell> headings = table.columns().values().stream()
                .map(column -> table.cell(table.numberRow() - 1, column))
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .toList();
        headings.stream().limit(1).forEach(cell -> cell.setCellValue("Ngày tháng năm sinh"));
        return !headings.isEmpty();
    }

    private static boolean labels(SampleTable table, UnaryOperator<String> changed) {
        table.clean().rows().stream()
                .filter(row -> !row.label().isBlank())
                .map(row -> table.cell(row.labelCell()))
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .forEach(cell -> cell.setCellValue(changed.apply(cell.getStringCellValue())));
        return !table.clean().rows().isEmpty();
    }

    private static boolean misspellUnit(SampleTable table) {
        return table.units().stream()
                        .filter(row ->
                                row.kind() != TableRow.Kind.ITEM && row.label().length() > 8)
                        .limit(1)
                        .peek(row -> {
                            Cell cell = table.cell(row.labelCell());
                            String text = cell.getStringCellValue();
                            cell.setCellValue(text.substring(0, text.length() - 2) + text.substring(text.length() - 1));
                        })
                        .count()
                > 0;
    }

    static String withoutMarks(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('Đ', 'D')
                .replace('đ', 'd');
    }

    /** Vowels composed, tones apart, as the Vietnamese keyboard of Windows writes. */
    static String halfComposed(String text) {
        StringBuilder written = new StringBuilder();
        for (char letter : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            String tone = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            String rest = parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
            written.append(Normalizer.normalize(rest, Normalizer.Form.NFC)).append(tone);
        }
        return written.toString();
    }
}
