package tonghop.ingest.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tonghop.domain.form.Form;
import tonghop.domain.time.Validity;
import tonghop.ingest.SmallProvince;
import tonghop.ingest.TextWorkbook;
import tonghop.ingest.table.Blanks;
import tonghop.spreadsheet.Grids;
import tonghop.spreadsheet.UnreadableFileException;

class FormRecognitionTest {

    private static final FormRecognition FORMS = new FormRecognition(SmallProvince.DEFINITIONS.forms(), Blanks.none());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Biểu số: 01/TCD                                                         | 01/TCD
                    Biểu số 01/tcd; (Ban hành kèm theo Thông tư số 02/2021/TT-TTCP)         | 01/TCD
                    Mẫu số: 01/TCD-BC                                                       | 01/TCD
                    TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN                                          | 01/TCD
                    Tổng hợp kết quả tiếp công dân                                          | 01/TCD
                    TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN THƯỜNG XUYÊN, ĐỊNH KỲ                    | 01/TCD
                    TỔNG HỢP KẾT QUẢ; TIẾP CÔNG DÂN                                         | 01/TCD
                    Biểu số: 01/TCD; TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN                             | 01/TCD
                    Biểu số II.06                                                           | II.06
                    Biểu số: 101/TCD                                                        |
                    Biểu số: 01/TCDX                                                        |
                    BÁO CÁO TỔNG HỢP                                                        |
                    """)
    void tells_a_form_by_its_number_and_title(String lines, String id) {
        assertThat(idsOf(lines.replace("; ", "\n"))).isEqualTo(id == null ? "" : id);
    }

    @Test
    void tells_a_form_from_decomposed_text() {
        assertThat(idsOf(Normalizer.normalize("TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN", Normalizer.Form.NFD)))
                .isEqualTo("01/TCD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN                             | 01/XLD
                    TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN QUÝ I NĂM 2023              | 01/XLD
                    TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN KHIẾU NẠI                   | 02/XLD
                    TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN KHIẾU NẠI QUÝ I NĂM 2023    | 02/XLD
                    TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN; KHIẾU NẠI                  | 02/XLD
                    TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN KHIÊU NẠI                   | 02/XLD
                    """)
    void tells_a_form_whose_title_begins_with_that_of_another(String lines, String id) {
        Form complaints = new Form(
                "02/XLD",
                "TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN KHIẾU NẠI",
                "Mẫu của tỉnh",
                Validity.ALWAYS,
                Form.Rows.UNITS,
                "02-XLD.xlsx",
                List.of(),
                SmallProvince.PETITIONS.columns(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        FormRecognition forms = new FormRecognition(List.of(SmallProvince.PETITIONS, complaints), Blanks.none());
        assertThat(idsOf(lines.replace("; ", "\n"), forms)).isEqualTo(id);
    }

    @Test
    void tells_none_of_two_forms_with_equally_many_signs() {
        assertThat(idsOf("Biểu 01/TCD và 01/XLD")).isEmpty();
    }

    @Test
    void trusts_the_number_before_a_mention_of_another_forms_title() {
        assertThat(idsOf("Biểu số: 10/VDUH\nKẾT QUẢ VẬN ĐỘNG, ỦNG HỘ\nGhi chú: xem biểu 01/TCD"))
                .isEqualTo("10/VDUH");
    }

    private String idsOf(String sheet) {
        return idsOf(sheet, FORMS);
    }

    private String idsOf(String sheet, FormRecognition forms) {
        try {
            Path file = TextWorkbook.xlsx().sheet("Biểu", sheet).write(folder.resolve("bieu.xlsx"));
            return String.join(
                    " ",
                    forms.formsOf(Grids.read(file).get(0)).forms().stream()
                            .map(Form::id)
                            .toList());
        } catch (IOException | UnreadableFileException e) {
            throw new AssertionError(e);
        }
    }
}
