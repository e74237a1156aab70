package tonghop.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tonghop.ingest.SmallProvince;
import tonghop.spreadsheet.Grid;

class TableHeadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    A | B | 1 | 2 | 3              ; {1=2, 2=3, 3=4}
                    MS | | 1=2+3 | 2 | 3           ; {1=2, 2=3, 3=4}
                    (A) | (B) | (1) | (2) | (3)    ; {1=2, 2=3, 3=4}
                    A | B | (1) = (2) + (3) | 2 | 3; {1=2, 2=3, 3=4}
                    [A] | [B] | [1]=[2]+[3] | [2] | [3]; {1=2, 2=3, 3=4}
                    A | B | 1 | | 2 | 3            ; {1=2, 2=4, 3=5}
                    A | B | 1 | 2 | 3 | 4 | 5      ; {1=2, 2=3, 3=4}
                    A | B | 1 | 2                  ; {1=2, 2=3}
                    A | B | 1 | 2 | 2 | 3          ; {1=2, 2=3, 3=5}
                    1 | 2 | 3                      ; {1=0, 2=1, 3=2}
                    """)
    void stand_in_a_row_of_their_own(String row, String columns) {
        assertThat(find(row)).map(numbers -> numbers.columns().toString()).contains(columns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    A | B | C | D                    ; too few
                    A | B | 1                        ; too few
                    1 | Văn phòng | 1 | 2 | 3        ; a row of data
                    A | B | 3 | 2 | 1                ; falling
                    Đơn vị | Lượt | Người            ; words
                    """)
    void are_not_found_elsewhere(String row, String why) {
        assertThat(find(row)).as(why).isEmpty();
    }

    @Test
    void stand_in_the_row_that_has_most_of_them() {
        assertThat(find("A | B | 1 | 2\nA | B | 1 | 2 | 3\nA | B | 1 | 2 | 3"))
                .map(TableHeading::row)
                .contains(1);
    }

    @Test
    void are_not_sought_below_the_sixtieth_row() {
        assertThat(find("x\n".repeat(60) + "A | B | 1 | 2 | 3")).isEmpty();
        assertThat(find("x\n".repeat(59) + "A | B | 1 | 2 | 3")).isPresent();
    }

    @Test
    void may_be_repeated_after_a_page_break() {
        String sheet = "A | B | 1=2+3 | 2 | 3\n1 | Phòng | 1 | 2 | 3\nA | B | 1 | 2 | 3\nA | B | 1 | 2 | 4";
        TableHeading numbers = find(sheet).orElseThrow();
        assertThat(numbers.isRepeatedIn(grid(sheet), 1, numbers.paths(grid(sheet))))
                .isFalse();
        assertThat(numbers.isRepeatedIn(grid(sheet), 2, numbers.paths(grid(sheet))))
                .isTrue();
        assertThat(numbers.isRepeatedIn(grid(sheet), 3, numbers.paths(grid(sheet))))
                .isFalse();
    }

    private static Optional<TableHeading> find(String drawing) {
        return HeadingSearch.find(grid(drawing), SmallProvince.RECEPTION, FormHeading.UNKNOWN);
    }

    private static Grid grid(String drawing) {
        NavigableMap<Integer, NavigableMap<Integer, Grid.Cell>> rows = new TreeMap<>();
        String[] lines = drawing.split("\n", -1);
        for (int row = 0; row < lines.length; row++) {
            NavigableMap<Integer, Grid.Cell> cells = new TreeMap<>();
            String[] texts = lines[row].split("\\|", -1);
            for (int column = 0; column < texts.length; column++) {
                if (!texts[column].isBlank()) {
                    cells.put(column, cell(texts[column].strip()));
                }
            }
            rows.put(row, cells);
        }
        return new Grid("Biểu", false, rows, List.of(), Map.of(), Set.of(), Set.of());
    }

    private static Grid.Cell cell(String text) {
        return text.matches("\\d+")
                ? Grid.Cell.stored(Grid.Kind.NUMBER, text, new BigDecimal(text), false)
                : Grid.Cell.stored(Grid.Kind.TEXT, text, null, false);
    }
}
