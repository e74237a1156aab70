package tonghop.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tonghop.report.DocumentedWords;

/** The list of words in {@code templates/README.md} is the one that documents are filled by. */
class DocumentVocabularyTest {

    private static final String HEADING = "Words of the documents";

    @Test
    void every_word_about_the_report_is_listed_and_no_other() throws IOException {
        assertThat(DocumentedWords.below(HEADING, "word")).containsExactlyInAnyOrderElementsOf(ReportWords.names());
    }

    @Test
    void so_is_everything_that_can_be_asked_of_a_figure() throws IOException {
        assertThat(DocumentedWords.below(HEADING, "before the id"))
                .containsExactlyInAnyOrderElementsOf(FigureWords.functions().stream()
                        .filter(function -> !function.isEmpty())
                        .toList());
    }

    @Test
    void so_is_everything_that_a_row_is_repeated_for() throws IOException {
        assertThat(DocumentedWords.below(HEADING, "a row for each"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RepeatedRow.values())
                        .flatMap(rows -> rows.names().stream())
                        .toList());
    }
}
