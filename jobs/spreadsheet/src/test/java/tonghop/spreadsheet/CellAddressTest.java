package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellAddressTest {

    @ParameterizedTest
    @CsvSource({"A1, 0, 0", "d12, 11, 3", "Z9, 8, 25", "AA10, 9, 26", "$AB$3, 2, 27", "XFD1048576, 1048575, 16383"})
    void names_row_and_column_from_nought(String written, int row, int column) {
        CellAddress address = CellAddress.of(written).orElseThrow();

        assertThat(address).isEqualTo(new CellAddress(row, column));
        assertThat(address).hasToString(written.replace("$", "").toUpperCase(java.util.Locale.ROOT));
        assertThat(CellAddress.of(address.absolute())).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "12", "A0", "XFE1", "A1048577", "ZZZZ1", "A1B", "A-1", "$", "Đ1", "A99999999999"})
    void is_none_beyond_the_sheet_or_without_both(String written) {
        assertThat(CellAddress.of(written)).isEmpty();
    }

    @Test
    void is_in_order_of_rows() {
        assertThat(new CellAddress(1, 5)).isLessThan(new CellAddress(2, 0)).isGreaterThan(new CellAddress(1, 4));
    }
}
