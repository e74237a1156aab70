package tonghop.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.domain.finding.Answer;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.Grids;

/** What a sender answers in the first sheet of a returned copy is read, wherever that sheet's rows have gone. */
class AnswerSheetTest {

    private static final String NAME = "Kết quả kiểm tra";

    @TempDir
    private Path folder;

    @Test
    void an_answer_is_a_reason_or_a_text_beside_a_key() throws Exception {
        Grid sheet = sheet(NAME, """
                KẾT QUẢ KIỂM TRA
                Mức độ   | Trả lời            | Giải thích   | tonghop:answers/1
                Cảnh báo | Số liệu ước tính   | theo sổ tay  | 0123456789abcdef
                Cảnh báo |                    | đã kiểm tra  | fedcba9876543210
                Cảnh báo | Thay đổi cách tính |              | '1111111111111111
                Lỗi      |                    |              | 2222222222222222a
                Lỗi      |                    |              | aaaaaaaaaaaaaaaa
                BIÊN NHẬN|                    | Nhận lúc     |""");
        assertThat(AnswerSheet.is(sheet)).isTrue();
        assertThat(AnswerSheet.answersIn(sheet))
                .containsExactly(
                        new Answer("0123456789abcdef", "Số liệu ước tính", "theo sổ tay"),
                        new Answer("fedcba9876543210", "", "đã kiểm tra"),
                        new Answer("1111111111111111", "Thay đổi cách tính", ""));
    }

    @Test
    void a_sheet_of_that_name_without_our_marker_is_the_senders_own() throws Exception {
        assertThat(AnswerSheet.is(sheet(NAME, "Mức độ | Trả lời | Giải thích"))).isFalse();
        assertThat(AnswerSheet.is(sheet("Sheet1", "a | b | tonghop:answers/1"))).isFalse();
    }

    @Test
    void a_second_sheet_of_ours_and_a_decomposed_name_are_known_too() throws Exception {
        assertThat(AnswerSheet.is(sheet(NAME + " (2)", "a | b | tonghop:answers/1")))
                .isTrue();
        String decomposed = java.text.Normalizer.normalize(NAME, java.text.Normalizer.Form.NFD);
        assertThat(AnswerSheet.is(sheet(decomposed, "a | b | tonghop:answers/1")))
                .isTrue();
    }

    private Grid sheet(String name, String drawing) throws Exception {
        Path file = TextWorkbook.xlsx().sheet(name, drawing).write(folder.resolve("a.xlsx"));
        List<Grid> grids = Grids.read(file);
        return grids.get(0);
    }
}
