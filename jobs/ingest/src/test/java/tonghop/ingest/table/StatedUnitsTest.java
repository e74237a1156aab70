package tonghop.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.ingest.Reading;
import tonghop.ingest.TextWorkbook;

/** Units of count that a sheet of form 10/VDUH, of tỷ đồng and houses, states itself. */
class StatedUnitsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Quỹ (triệu đồng)  | 1200 triệu đồng = 1,2 tỷ đồng
            Quỹ (Trđ)         | 1200 Trđ = 1,2 tỷ đồng
            Quỹ (tr.đồng)     | 1200 tr.đồng = 1,2 tỷ đồng
            Quỹ (1.000 đồng)  | 1200 1.000 đồng = 0,0012 tỷ đồng
            Quỹ (đồng)        | 1200 đồng = 0,0000012 tỷ đồng
            """)
    void are_asked_about_where_a_heading_has_another_than_the_form(String heading, String converted) {
        assertThat(asked(donations().replaceFirst("Cột", heading))).containsExactly(converted, "1200 tỷ đồng");
    }

    @Test
    void are_asked_about_where_a_line_above_the_table_has_another() {
        assertThat(asked(donations().replaceFirst("TT \\|", "| Đơn vị tính: triệu đồng\nTT |")))
                .containsExactly("1200 triệu đồng = 1,2 tỷ đồng", "1200 tỷ đồng");
        assertThat(asked(Reading.reception("1 | Phòng Tư pháp | 55 | 5 |")
                        .replaceFirst("TT \\|", "| ĐVT: nghìn lượt\nTT |")))
                .containsExactly("55 nghìn lượt = 55000 lượt", "55 lượt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quỹ (tỷ đồng)", "Quỹ (Tỉ đồng)", "Quỹ (mới)", "Quỹ", "Nhà (m2)"})
    void are_no_question_where_they_are_the_forms_or_none(String heading) {
        assertThat(asked(donations().replaceFirst("Cột", heading))).isEmpty();
    }

    @Test
    void are_no_question_where_the_line_names_who_reports_or_the_column_is_empty() {
        assertThat(asked(donations().replaceFirst("TT \\|", "| Đơn vị: Công an huyện\nTT |")))
                .isEmpty();
        assertThat(asked(Reading.donations("1 | Phòng Tư pháp | | 5").replaceFirst("Cột", "Quỹ (đồng)")))
                .isEmpty();
    }

    private static String donations() {
        return Reading.donations("1 | Phòng Tư pháp | 1200 | 5");
    }

    private List<String> asked(String sheet) {
        return Reading.of(folder, "bieu.xlsx", TextWorkbook.xlsx().sheet("Biểu", sheet)).file().findings().stream()
                .flatMap(finding -> finding.candidates().stream())
                .toList();
    }
}
