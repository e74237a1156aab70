package tonghop.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a cell shows is what is read: two offices in rows 7 and 8, counts in C and D, in another form 'tỷ đồng' in C.
 */
class ShownValuesTest {

    private static final String OFFICES = "1 | Văn phòng | 12 | 3 |\n2 | Thanh tra | 21 | 4 |";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#,##0, | 12000 | shown-differs C7: 12, 12000",
                "0\"000\" | 12 | shown-differs C7: 12000, 12",
                "0\" nghìn\" | 12 | shown-differs C7: 12000, 12",
                "0\" (1)\" | 12 | shown-differs C7: 12",
                "0\" vụ\" | 12 | shown-differs C7: 12",
            })
    void a_format_that_shows_another_number_is_a_question(String format, double value, String finding) {
        Reading reading = counts(sheet -> style(cell(sheet, 6, 2), format, null).setCellValue(value));
        assertThat(reading.findings()).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#,##0,, | 250000000 | 250, 250000000",
                "#,##0.0,,\" tr\" | 2500000 | 0,0025, 2,5, 2500000",
                "0\" triệu đồng\" | 250 | 0,25, 250",
            })
    void money_in_another_unit_is_a_question_with_the_converted_value(String format, double value, String candidates) {
        Reading reading =
                amounts(sheet -> style(cell(sheet, 6, 2), format, null).setCellValue(value));
        assertThat(reading.findings()).containsExactly("shown-differs C7: " + candidates);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#,##0", "0.00", "#,##0\\ \"lượt\"", "_-* #,##0\\ \"₫\"_-", "0;-0;;@", "#\\.##0"})
    void a_format_that_only_rounds_or_names_the_unit_is_none(String format) {
        Reading reading = counts(sheet -> style(cell(sheet, 6, 2), format, null).setCellValue(12));
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void a_mark_in_a_format_is_the_mark_of_the_number() {
        Reading reading =
                counts(sheet -> style(cell(sheet, 6, 2), "\"trên \"#,##0", null).setCellValue(12));
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).first().isEqualTo("OFFICE 662 Văn phòng: 1=trên 12 2=3");
    }

    @Test
    void a_raised_mark_behind_a_number_is_a_question() {
        Reading reading = counts(sheet -> {
            Font raised = sheet.getWorkbook().createFont();
            raised.setTypeOffset(Font.SS_SUPER);
            RichTextString text = text(sheet, "21");
            text.applyFont(1, 2, raised);
            cell(sheet, 6, 2).setCellValue(text);
        });
        assertThat(reading.findings()).containsExactly("raised-digits C7: 2, 21");
        assertThat(reading.rows()).first().isEqualTo("OFFICE 662 Văn phòng: 2=3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"55¹ | 55, 551", "2 (1) | 2, 21", "2 [12] | 2, 212", "55* | 55", "1.234 (*) | 1234"})
    void a_number_with_a_mark_typed_behind_it_is_a_question(String text, String candidates) {
        Reading reading = counts(sheet -> cell(sheet, 6, 2).setCellValue(text));
        assertThat(reading.findings()).containsExactly("raised-digits C7: " + candidates);
    }

    @Test
    void a_number_that_is_crossed_out_is_a_question() {
        Reading reading = counts(sheet -> {
            Font struck = sheet.getWorkbook().createFont();
            struck.setStrikeout(true);
            style(cell(sheet, 6, 2), "General", struck).setCellValue(12);
            RichTextString text = text(sheet, "5560");
            text.applyFont(0, 2, struck);
            cell(sheet, 6, 3).setCellValue(text);
        });
        assertThat(reading.findings()).containsExactly("struck-out C7: bỏ trống, 12", "struck-out D7: 60, 5560");
    }

    @Test
    void a_number_over_rows_of_several_offices_is_a_question_and_what_lies_under_it_is_told() {
        Reading reading = counts(sheet -> sheet.addMergedRegion(new CellRangeAddress(6, 7, 2, 2)));
        assertThat(reading.findings()).containsExactly("merged-figures C7: 12", "under-merge C8: 21");
        assertThat(reading.rows()).last().isEqualTo("OFFICE 662 Thanh tra: 2=4");
    }

    @Test
    void a_number_over_two_columns_is_a_question_too() {
        Reading reading = counts(sheet -> {
            sheet.getRow(6).removeCell(cell(sheet, 6, 3));
            sheet.addMergedRegion(new CellRangeAddress(6, 6, 2, 3));
        });
        assertThat(reading.findings()).containsExactly("merged-figures C7: 12");
    }

    @Test
    void rows_and_columns_without_height_or_width_and_white_numbers_are_hidden() {
        Reading reading = counts(sheet -> {
            sheet.getRow(7).setHeight((short) 0);
            sheet.setColumnWidth(3, 0);
            Font white = sheet.getWorkbook().createFont();
            white.setColor(IndexedColors.WHITE.getIndex());
            style(cell(sheet, 6, 2), "General", white).setCellValue(12);
        });
        assertThat(reading.findings()).containsExactly("hidden-cells C7: 8, C7, D");
    }

    @Test
    void a_stored_value_that_its_formula_does_not_give_is_told_and_counts() {
        Reading reading = Reading.of(folder, Reading.reception("1 | Văn phòng | =D7+5 -> 9 | 3 |"));
        assertThat(reading.findings()).containsExactly("stale-formula C7: 9");
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng: 1=9 2=3");
    }

    @ParameterizedTest
    @CsvSource({"=100.1-100 -> 0.0999999999999943, 0.1", "=1-0.9-0.1 -> -0.0000000000000000277, 0"})
    void computed_money_is_what_a_person_computes(String cell, String value) {
        Reading reading = Reading.of(folder, Reading.donations("1 | Văn phòng | " + cell + " |"));
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng: 1=" + value);
    }

    @Test
    void what_is_below_nought_by_the_noise_of_its_operands_alone_is_nought() {
        Reading reading =
                Reading.of(folder, Reading.donations("1 | Văn phòng | =ROUND(D7,0)-3.00000000000000001 -> -1E-17 | 3"));
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng: 1=0 2=3");
    }

    @Test
    void a_mark_in_the_row_of_column_numbers_is_no_digit() {
        Reading reading = counts(sheet -> {
            Font raised = sheet.getWorkbook().createFont();
            raised.setTypeOffset(Font.SS_SUPER);
            RichTextString text = text(sheet, "21");
            text.applyFont(1, 2, raised);
            cell(sheet, 5, 3).setCellValue(text);
        });
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).first().isEqualTo("OFFICE 662 Văn phòng: 1=12 2=3");
    }

    private Reading counts(Consumer<Sheet> change) {
        return changed(Reading.reception(OFFICES), change);
    }

    private Reading amounts(Consumer<Sheet> change) {
        return changed(Reading.donations("1 | Văn phòng | 12 | 3"), change);
    }

    /** The sheet read as .xlsx, which is the same as .xls. */
    private Reading changed(String drawing, Consumer<Sheet> change) {
        return Stream.of(TextWorkbook.xls(), TextWorkbook.xlsx())
                .map(workbook -> {
                    change.accept(workbook.sheet("Biểu", drawing).workbook().getSheetAt(0));
                    return Reading.of(folder, "662.xlsx", workbook);
                })
                .reduce((xls, xlsx) -> {
                    assertThat(xls.findings()).isEqualTo(xlsx.findings());
                    assertThat(xls.rows()).isEqualTo(xlsx.rows());
                    return xlsx;
                })
                .orElseThrow();
    }

    private static RichTextString text(Sheet sheet, String text) {
        return sheet.getWorkbook().getCreationHelper().createRichTextString(text);
    }

    private static Cell style(Cell cell, String format, @Nullable Font font) {
        Workbook workbook = cell.getSheet().getWorkbook();
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        if (font != null) {
            style.setFont(font);
        }
        cell.setCellStyle(style);
        return cell;
    }

    private static Cell cell(Sheet sheet, int row, int column) {
        Cell cell = sheet.getRow(row).getCell(column);
        return cell == null ? sheet.getRow(row).createCell(column) : cell;
    }
}
