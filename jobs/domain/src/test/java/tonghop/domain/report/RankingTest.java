package tonghop.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Nature;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.fixtures.DrawnFigure;

/** In which order units stand, and who shares a place. */
class RankingTest {

    @Test
    void units_that_show_the_same_rate_share_a_place_and_the_next_one_is_skipped() {
        assertThat(places(true, "68.251", "70", "68.254", "50"))
                .containsExactly("1 B 70.00", "2 A 68.25", "2 C 68.25", "4 D 50.00");
    }

    @Test
    void the_best_comes_first_also_where_less_is_better() {
        assertThat(places(false, "12", "3.5", "40")).containsExactly("1 B 3.50", "2 A 12.00", "3 C 40.00");
    }

    @Test
    void of_counts_the_highest_comes_first_and_of_ranks_the_lowest() {
        assertThat(listed(Ranking.of(count("", Nature.FLOW), List.of(unit("A", "7"), unit("B", "90.5")))))
                .containsExactly("1 B 90.5", "2 A 7");
        assertThat(listed(Ranking.of(count("", Nature.RANK), List.of(unit("A", "7"), unit("B", "3")))))
                .containsExactly("1 B 3", "2 A 7");
    }

    @Test
    void who_has_no_value_has_no_place() {
        UnitReport without = report("B", List.of());
        Ranking ranking = Ranking.of(count("", Nature.FLOW), List.of(without, unit("A", "0")));
        assertThat(listed(ranking)).containsExactly("1 A 0");
        assertThat(ranking.without()).containsExactly(without);
    }

    private static List<String> places(boolean higherIsBetter, String... rates) {
        Indicator indicator = new Indicator("rate", "Tỷ lệ", List.of("x"), List.of("y"), 2, higherIsBetter);
        List<UnitReport> units = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            units.add(report("ABCD".substring(i, i + 1), List.of(figure(rates[i], indicator, null))));
        }
        return listed(Ranking.of(figure("0", indicator, null), units));
    }

    private static List<String> listed(Ranking ranking) {
        return ranking.ranked().stream()
                .map(one -> "%d %s %s".formatted(one.place(), one.unit().unit().name(), one.shown()))
                .toList();
    }

    private static UnitReport unit(String name, String value) {
        return report(name, List.of(count(value, Nature.FLOW)));
    }

    private static UnitReport report(String name, List<Figure> figures) {
        Unit unit = new Unit(name, name, UnitLevel.DISTRICT, "67", Validity.ALWAYS, List.of());
        return new UnitReport(unit, new Completeness(0, 0, 0, 0, 0), figures, List.of());
    }

    private static Figure count(String value, Nature nature) {
        return figure(value, null, nature);
    }

    private static Figure figure(String value, @Nullable Indicator indicator, @Nullable Nature nature) {
        return DrawnFigure.of("figure", "Số liệu", indicator == null ? Figure.Kind.MEASURE : Figure.Kind.INDICATOR)
                .value(value.isEmpty() ? null : value, null)
                .in("%", 2)
                .by(indicator)
                .nature(nature)
                .drawn();
    }
}
