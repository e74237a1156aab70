package tonghop.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidySubmissionsTest {

    @TempDir
    private Path folder;

    @Test
    void are_made_of_the_lines_of_one_form_unit_and_period() throws IOException {
        Reading reading = read("""
                [{"unit": "662", "period": "2023", "form": "01/TCD", "measure": "visits", "row": "Văn phòng", "value": 12},
                 {"unit": "662", "period": "2023", "form": "01/TCD", "measure": "people", "row": "Văn phòng", "value": 15},
                 {"unit": "662", "period": "2023", "form": "01/TCD", "measure": "visits", "row": "Thanh tra", "value": 3},
                 {"unit": "67", "period": "2023", "form": "", "measure": "visits", "row": "", "value": 15}]
                """);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng: 1=12 2=15", "OFFICE 662 Thanh tra: 1=3");
        assertThat(reading.submission().ledger().observations()).isEqualTo(3);
    }

    @Test
    void are_refused_line_by_line_where_something_is_wrong() throws IOException {
        assertThat(read(line("662", "2023", "visits", "5.5")).findings()).containsExactly("not-whole /0: 5.5");
        assertThat(read(line("662", "2023", "visits", "-1")).findings()).containsExactly("negative-value /0: -1");
        assertThat(read(line("662", "2023", "unheard-of", "1")).findings()).containsExactly("malformed-line /0: /0");
        assertThat(read(line("999", "2023", "visits", "1")).findings()).containsExactly("unknown-unit /0: 999");
        assertThat(read(line("662", "2023-13", "visits", "1")).findings())
                .containsExactly("unknown-period /0: 2023-13");
        assertThat(read("[]").findings()).containsExactly("unknown-form /: ");
    }

    @Test
    void obey_the_rules_of_cells() throws IOException {
        assertThat(read(line("662", "2023", "on-time-rate", "9999")).findings())
                .containsExactly("impossible-rate /0: 9999");
        assertThat(read(line("662", "2023", "on-time-rate", "120")).findings())
                .containsExactly("rate-above-hundred /0: 120");
    }

    @Test
    void never_add_a_total() throws IOException {
        Reading reading = read("""
                [{"unit": "662", "period": "2023", "form": "01/TCD", "measure": "visits", "row": "Văn phòng", "value": 12},
                 {"unit": "662", "period": "2023", "form": "01/TCD", "measure": "visits", "row": "Thanh tra", "value": 3},
                 {"unit": "662", "period": "2023", "form": "01/TCD", "measure": "visits", "row": "Total", "value": 15}]
                """);
        assertThat(reading.rows())
                .containsExactly("OFFICE 662 Văn phòng: 1=12", "OFFICE 662 Thanh tra: 1=3", "TOTAL 662 Total: 1=15");
    }

    private static String line(String unit, String period, String measure, String value) {
        return """
                [{"unit": "%s", "period": "%s", "form": "01/TCD", "measure": "%s", "row": "UBND", "value": %s}]
                """.formatted(unit, period, measure, value);
    }

    private Reading read(String json) throws IOException {
        return Reading.ofFile(Files.writeString(folder.resolve("so-lieu.json"), json), "so-lieu.json");
    }
}
