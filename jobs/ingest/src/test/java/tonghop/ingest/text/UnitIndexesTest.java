package tonghop.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tonghop.domain.time.Period;
import tonghop.ingest.SmallProvince;

class UnitIndexesTest {

    private final UnitIndexes indexes = new UnitIndexes(SmallProvince.DEFINITIONS);

    @Test
    void are_made_once_for_all_sheets_of_a_period() {
        assertThat(indexes.of(period("2023"))).isSameAs(indexes.of(period("2023")));
        assertThat(indexes.of(period("2023")).tree().find("24640")).isPresent();
    }

    @Test
    void are_those_of_the_units_of_their_period() {
        assertThat(indexes.of(period("2023")).tree().find("662")).isPresent();
        assertThat(indexes.of(period("2026-H1")).tree().find("662")).isEmpty();
    }

    @Test
    void are_forgotten_where_too_many_periods_lie_between_two_sheets() {
        UnitNames.Index first = indexes.of(period("2000"));
        for (int year = 2001; year < 2000 + UnitIndexes.MOST_KEPT; year++) {
            indexes.of(period(Integer.toString(year)));
        }
        assertThat(indexes.of(period("2000"))).isSameAs(first);
        for (int year = 2001; year <= 2000 + UnitIndexes.MOST_KEPT; year++) {
            indexes.of(period(Integer.toString(year)));
        }
        assertThat(indexes.of(period("2000"))).isNotSameAs(first);
    }

    private static Period period(String code) {
        return SmallProvince.CALENDAR.find(code).orElseThrow();
    }
}
