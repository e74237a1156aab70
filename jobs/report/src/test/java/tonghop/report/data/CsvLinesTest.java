package tonghop.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {

    /** Of a text: what matters to a spreadsheet or to us, and what does not. */
    private static final String LETTERS = "'=+-@\t\r\n\"; 9đ";

    @Test
    void no_text_begins_a_formula_and_every_text_is_found_again() {
        Set<String> written = new HashSet<>();
        for (String text : texts(4)) {
            String harmless = CsvLines.harmless(text);
            assertThat(harmless).doesNotMatch("(?s)^[=+\\-@\t\r].*");
            assertThat(CsvLines.asWritten(harmless)).isEqualTo(text);
            assertThat(written.add(harmless))
                    .as("two texts written as %s", harmless)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 10_000, 40_000})
    void tells_that_the_disk_was_full_for_a_moment(int lettersThatFit) {
        Writer disk = new BufferedWriter(new FullForAMoment(lettersThatFit));
        assertThatThrownBy(() -> writeLines(disk))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void closes_in_silence_what_was_written_whole() throws IOException {
        StringWriter text = new StringWriter();
        try (CsvLines csv = new CsvLines(text)) {
            csv.write("a", null, new BigDecimal("-1E+1"));
        }
        assertThat(text).hasToString("a,,-10\r\n");
    }

    private static void writeLines(Writer disk) throws IOException {
        try (CsvLines csv = new CsvLines(disk)) {
            for (int line = 0; line < 1_000; line++) {
                csv.write("67", "2023", "a line of fifty letters, which is about as usual");
            }
        }
    }

    /** All texts of up to so many letters. */
    private static List<String> texts(int length) {
        List<String> texts = new ArrayList<>(List.of(""));
        List<String> longest = List.copyOf(texts);
        for (int letters = 1; letters <= length; letters++) {
            longest = longest.stream()
                    .flatMap(text -> LETTERS.chars().mapToObj(letter -> text + (char) letter))
                    .toList();
            texts.addAll(longest);
        }
        return texts;
    }

    /** Fails once, when it has taken what fits, and takes everything afterwards. */
    private static final class FullForAMoment extends Writer {

        private int free;
        private boolean hasFailed;

        FullForAMoment(int free) {
            this.free = free;
        }

        @Override
        public void write(char[] letters, int from, int length) throws IOException {
            free -= length;
            if (free < 0 && !hasFailed) {
                hasFailed = true;
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
