package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas computed again; A1 to A3 hold 100.1, 5 and a text, B1 adds A1 and A2 and was stored as 105.1. */
class RecalculationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "100.1-100 | 0.0999999999999943 | 0.1",
                "1-0.9-0.1 | -2.77555756156289E-17 | 0",
                "A1-100 | 0.0999999999999943 | 0.1",
                "SUM(A1:A3,2) | 107.1 | 107.1",
                "SUM($A$1:A2)*10% | 10.51 | 10.51",
                "(A1+A2)/2 | 52.55 | 52.55",
                "-A2+2*3 | 1 | 1",
                "'Biểu'!A2+Biểu!A2 | 10 | 10",
                "B1-A1 | 5 | 5",
                "100/3 | 33.3333333333333 | 33.3333333333333"
            })
    void give_what_a_person_computes(String formula, String stored, String exact) {
        Grid.Cell cell = computed(formula, stored);
        assertThat(cell.number()).isEqualByComparingTo(exact);
        assertThat(result(cell).fresh()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"A2+5, 12, 10", "SUM(A1:A2), 205.1, 105.1", "A2*1.01, 5, 5.05"})
    void tell_a_stored_value_that_they_do_not_give(String formula, String stored, String fresh) {
        Grid.Cell cell = computed(formula, stored);
        assertThat(cell.number()).isEqualByComparingTo(stored);
        assertThat(result(cell).fresh()).isEqualByComparingTo(fresh);
    }

    @ParameterizedTest
    @CsvSource({
        "'ROUND(A1,0)', 7",
        "A2^2, 7",
        "A3+1, 7",
        "A1&A2, 7",
        "C1+1, 7",
        "SUM(A:A), 7",
        "'IF(A1>1,2,3)', 7",
        "A2/0, 7"
    })
    @CsvSource({"[1]Sheet!A1, 7", "'SUM(A1:A2', 7", "Khác!A1, 7", "(((1), 7"})
    void leave_alone_what_they_are_not_sure_of(String formula, String stored) {
        Grid.Cell cell = computed(formula, stored);
        assertThat(cell.number()).isEqualByComparingTo(stored);
        assertThat(result(cell).fresh()).isNull();
    }

    @Test
    void are_shared_by_cells_below_each_other() {
        GridBuilder grid = grid();
        add(grid, 4, 2, "5");
        grid.addFormula(4, 2, new Formula("$A1+B$2", 1, 0));
        Recalculation.apply(List.of(grid));
        assertThat(result(Objects.requireNonNull(grid.cell(new CellAddress(4, 2))))
                        .fresh())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "of:=[.A1]+SUM([.A2:.B3];2) | A1+SUM(A2:B3,2)",
                "of:=[$'Biểu 1'.A1]*2 | 'Biểu 1'!A1*2",
                "of:=[$Sheet1.$A$1] | Sheet1!$A$1"
            })
    void are_read_as_open_documents_write_them(String written, String text) {
        assertThat(Formula.ofOpenDocument(written).text()).isEqualTo(text);
    }

    private static Grid.Cell computed(String formula, String stored) {
        GridBuilder grid = grid();
        add(grid, 0, 2, stored);
        grid.addFormula(0, 2, new Formula(formula, 0, 0));
        Recalculation.apply(List.of(grid));
        return Objects.requireNonNull(grid.cell(new CellAddress(0, 2)));
    }

    private static Grid.Result result(Grid.Cell cell) {
        return Objects.requireNonNull(cell.result());
    }

    private static GridBuilder grid() {
        GridBuilder grid = new GridBuilder("Biểu", false, new Budget());
        add(grid, 0, 0, "100.1");
        add(grid, 1, 0, "5");
        add(grid, 0, 1, "105.1");
        grid.addFormula(0, 1, new Formula("A1+A2", 0, 0));
        try {
            grid.add(2, 0, CellValues.text("mười"));
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        }
        return grid;
    }

    private static void add(GridBuilder grid, int row, int column, String number) {
        try {
            grid.add(row, column, Grid.Cell.stored(Grid.Kind.NUMBER, number, new BigDecimal(number), false));
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        }
    }
}
