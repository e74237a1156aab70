package tonghop.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValidityTest {

    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");

    @ParameterizedTest
    @CsvSource({"2025-01-01, 2025-06-30, 2025-01-01, true", "2025-01-01, 2025-06-30, 2025-06-30, true"})
    @CsvSource({"2025-01-01, 2025-06-30, 2024-12-31, false", "2025-01-01, 2025-06-30, 2025-07-01, false"})
    @CsvSource({", 2025-06-30, 0001-01-01, true", ", 2025-06-30, 2025-07-01, false"})
    @CsvSource({"2025-07-01, , 9999-12-31, true", "2025-07-01, , 2025-06-30, false"})
    @CsvSource({"2025-07-01, 2025-07-01, 2025-07-01, true", ", , 2025-07-01, true"})
    void includes_both_of_its_ends(LocalDate from, LocalDate to, LocalDate day, boolean holds) {
        assertThat(new Validity(from, to).holdsOn(day)).isEqualTo(holds);
    }

    @Test
    void cannot_end_before_it_begins() {
        assertThatThrownBy(() -> new Validity(FIRST, FIRST.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ends before it begins: 2025-01-01 to 2024-12-31");
    }

    @ParameterizedTest
    @MethodSource("manyPairs")
    void overlaps_where_both_hold_on_some_day(Validity one, Validity other) {
        boolean onSomeDay = LongStream.rangeClosed(-1, 20)
                .mapToObj(FIRST::plusDays)
                .anyMatch(day -> one.holdsOn(day) && other.holdsOn(day));
        assertThat(one.overlaps(other)).isEqualTo(onSomeDay);
        assertThat(other.overlaps(one)).isEqualTo(onSomeDay);
    }

    static Stream<Arguments> manyPairs() {
        Random random = new Random(7);
        return Stream.generate(() -> Arguments.of(validity(random), validity(random)))
                .limit(200);
    }

    private static Validity validity(Random random) {
        LocalDate from = FIRST.plusDays(random.nextInt(15));
        LocalDate to = from.plusDays(random.nextInt(5));
        return new Validity(random.nextInt(5) == 0 ? null : from, random.nextInt(5) == 0 ? null : to);
    }
}
