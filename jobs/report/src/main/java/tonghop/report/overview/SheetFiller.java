package tonghop.report.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTAutoFilter;
import tonghop.report.overview.Section.Line;
import tonghop.report.sheet.AlikeRows;
import tonghop.report.sheet.RowHeight;
import tonghop.report.words.Words;

/**
 * Fills one sheet of the layout: words first, then a row for each line of its sections.
 *
 * @param words by name
 * @param sections by name
 * @param placed is told where each section came to stand
 */
record SheetFiller(
        XSSFSheet sheet,
        Map<String, Content> words,
        Map<String, Section> sections,
        Cells cells,
        Consumer<Placed> placed) {

    void fill() {
        fillWords();
        // An ampersand begins a code there.
        PageTexts.fill(sheet, text -> withWords(text, words, word -> word.replace("&", "&&")));
        fillSections();
    }

    private void fillWords() {
        for (Row row : sheet) {
            for (Cell cell : row) {
                String text = LayoutPlaceholder.text(cell);
                if (text.contains("{{")) {
                    fillWord(cell, text);
                }
            }
        }
    }

    private void fillWord(Cell cell, String text) {
        Optional<Content> whole = LayoutPlaceholder.whole(cell).map(words::get);
        if (whole.isPresent()) {
            cell.setBlank();
            cells.write(cell, whole.get(), cell.getCellStyle());
            return;
        }
        cell.setCellValue(withWords(text, words));
    }

    /** The text with the words that it names in their places. */
    static String withWords(String text, Map<String, Content> words) {
        return withWords(text, words, UnaryOperator.identity());
    }

    private static String withWords(String text, Map<String, Content> words, UnaryOperator<String> written) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = LayoutPlaceholder.ANY.matcher(text);
        while (matcher.find()) {
            Content word = words.get(matcher.group(1).strip());
            String replacement = word == null ? matcher.group() : written.apply(inText(word));
            matcher.appendReplacement(filled, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(filled).toString();
    }

    private static String inText(Content word) {
        if (word instanceof Content.Text text) {
            return text.text();
        }
        return word instanceof Content.Numeral number ? Words.number(number.value()) : "";
    }

    private void fillSections() {
        for (int index = 0; index <= sheet.getLastRowNum(); index++) {
            XSSFRow row = sheet.getRow(index);
            Section section = row == null ? null : sectionOf(row);
            if (section != null) {
                index = fillSection(row, section);
            }
        }
    }

    private @Nullable Section sectionOf(XSSFRow row) {
        for (Cell cell : row) {
            Optional<Section> section = LayoutPlaceholder.whole(cell)
                    .flatMap(LayoutPlaceholder::sectionOf)
                    .map(sections::get);
            if (section.isPresent()) {
                return section.get();
            }
        }
        return null;
    }

    /** Fills the section whose model is {@code model}, and says which is its last row. */
    private int fillSection(XSSFRow model, Section section) {
        int first = model.getRowNum();
        Map<String, Integer> fields = new LinkedHashMap<>();
        int repeated = -1;
        for (Cell cell : model) {
            String placeholder = LayoutPlaceholder.whole(cell).orElse("");
            if (placeholder.equals(LayoutPlaceholder.COLUMN_VALUE)) {
                repeated = cell.getColumnIndex();
            } else if (LayoutPlaceholder.sectionOf(placeholder).equals(Optional.of(section.name()))) {
                fields.put(LayoutPlaceholder.fieldOf(placeholder), cell.getColumnIndex());
            }
        }
        if (repeated >= 0) {
            repeatColumn(first, repeated, section.columns());
        }
        Placed place = new Placed(section, sheet, first, fields, repeated, first - 1);
        boolean isStreamed = section.name().equals(ObservationLines.SECTION) && section.size() > 0;
        AlikeRows.below(model, isStreamed ? 0 : section.size() - 1);
        if (section.size() == 0) {
            sayEmpty(model, section);
        } else if (isStreamed) {
            blank(model);
        } else {
            for (int line = 0; line < section.size(); line++) {
                fillLine(sheet.getRow(first + line), section.lines().apply(line), place);
            }
        }
        extendFilter(
                first, place.lastRow(), repeated < 0 ? 0 : section.columns().size() - 1);
        extendColours(first, place.lastRow(), repeated, section.columns().size());
        placed.accept(place);
        return isStreamed ? first : place.lastRow();
    }

    private void fillLine(XSSFRow row, Line line, Placed place) {
        place.fields().forEach((field, column) -> {
            Cell cell = row.getCell(column);
            cell.setBlank();
            cells.write(cell, line.get(field), cell.getCellStyle());
        });
        for (int index = 0; index < line.columns().size(); index++) {
            Cell cell = row.getCell(place.repeated() + index);
            cell.setBlank();
            cells.write(cell, line.columns().get(index), cell.getCellStyle());
        }
        RowHeight.fit(row);
    }

    private void sayEmpty(XSSFRow model, Section section) {
        blank(model);
        Cell cell = model.getCell(model.getFirstCellNum());
        cells.write(cell, Content.text(section.whenEmpty()), cell.getCellStyle());
    }

    private static void blank(XSSFRow model) {
        for (Cell cell : model) {
            if (LayoutPlaceholder.text(cell).contains("{{")) {
                cell.setBlank();
            }
        }
    }

    /** Repeats the last column, with its heading somewhere above, to the right. */
    private void repeatColumn(int modelRow, int column, List<String> headings) {
        int width = sheet.getColumnWidth(column);
        for (int row = 0; row <= modelRow; row++) {
            XSSFRow there = sheet.getRow(row);
            Cell cell = there == null ? null : there.getCell(column);
            if (cell != null) {
                boolean isHeading = LayoutPlaceholder.whole(cell).equals(Optional.of(LayoutPlaceholder.COLUMN_HEADING));
                boolean isValue = LayoutPlaceholder.whole(cell).equals(Optional.of(LayoutPlaceholder.COLUMN_VALUE));
                if (isHeading || isValue) {
                    repeat(there, column, headings, isHeading);
                }
            }
        }
        for (int index = 1; index < headings.size(); index++) {
            sheet.setColumnWidth(column + index, width);
        }
    }

    private void repeat(XSSFRow row, int column, List<String> headings, boolean isHeading) {
        CellStyle style = row.getCell(column).getCellStyle();
        row.getCell(column).setBlank();
        for (int index = 0; index < headings.size(); index++) {
            Cell there = row.getCell(column + index);
            Cell cell = there == null ? row.createCell(column + index) : there;
            cells.write(cell, isHeading ? Content.text(headings.get(index)) : Content.NOTHING, style);
        }
    }

    /** A filter over the headings takes in every line and every repeated column. */
    private void extendFilter(int first, int last, int moreColumns) {
        CTAutoFilter filter = sheet.getCTWorksheet().getAutoFilter();
        if (filter == null) {
            return;
        }
        CellRangeAddress range = CellRangeAddress.valueOf(filter.getRef());
        if (range.getFirstRow() < first && range.getLastRow() >= first - 1) {
            sheet.setAutoFilter(new CellRangeAddress(
                    range.getFirstRow(),
                    last,
                    range.getFirstColumn(),
                    range.getLastColumn() + Math.max(0, moreColumns)));
        }
    }

    /** What colours the model's cells colours those of every line. */
    private void extendColours(int first, int last, int repeated, int columns) {
        XSSFSheetConditionalFormatting colours = sheet.getSheetConditionalFormatting();
        for (int index = 0; index < colours.getNumConditionalFormattings(); index++) {
            List<CellRangeAddress> ranges = new ArrayList<>();
            for (CellRangeAddress range :
                    colours.getConditionalFormattingAt(index).getFormattingRanges()) {
                boolean isModels = range.getFirstRow() == first && range.getLastRow() == first;
                boolean isRepeated = repeated >= 0 && range.getLastColumn() == repeated;
                ranges.add(
                        isModels
                                ? new CellRangeAddress(
                                        first,
                                        last,
                                        range.getFirstColumn(),
                                        isRepeated ? repeated + Math.max(0, columns - 1) : range.getLastColumn())
                                : range);
            }
            colours.getConditionalFormattingAt(index).setFormattingRanges(ranges.toArray(CellRangeAddress[]::new));
        }
    }
}
