package tonghop.report.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tonghop.report.DocumentedWords;

class LayoutVocabularyTest {

    private static final String HEADING = "Words of the workbook";

    @Test
    void every_word_is_listed_in_the_readme_of_the_templates_and_no_other() throws IOException {
        Set<String> listed = new TreeSet<>(DocumentedWords.below(HEADING, "word"));
        listed.addAll(DocumentedWords.below(HEADING, "a row for each"));
        assertThat(listed).isEqualTo(LayoutVocabulary.all());
    }
}
