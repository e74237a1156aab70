package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.RowWords;
import tonghop.domain.time.ReportingCalendar;
import tonghop.fixtures.Drawn;

/** Those of the thirteen rules of domain.md 8 that are checked sheet by sheet, by their numbers. */
class ValidationRulesTest {

    private static final Form SETTLED = Drawn.form("""
            1 | received | đơn | FLOW
            2 | settled  | đơn | FLOW
            4 | rate     | %   | DECLARED
            2 <= 1
            """);

    private static final Form REMAINING = Drawn.form("""
            1 | received | đơn | FLOW
            2 | settled  | đơn | FLOW
            3 | open     | đơn | CLOSING_STOCK
            3 = 1 - 2
            """);

    private static final Form RECEPTION = Drawn.form("""
            1 | visits       | lượt  | FLOW
            2 | people       | người | FLOW
            3 | groups       | đoàn  | FLOW
            4 | group-people | người | FLOW
            5 | cases        | vụ    | FLOW
            1 <= 2 | WARNING
            5 <= 1 | WARNING
            4 <= 2
            4 >= 5*3 | WARNING
            """);

    @ParameterizedTest
    @CsvSource({"9, true", "10, true", "11, false"})
    void rule_05_settled_is_at_most_what_was_received(int settled, boolean isSilent) {
        assertThat(of(SETTLED, "1=10, 2=" + settled).isEmpty()).isEqualTo(isSilent);
    }

    @Test
    void rule_05_what_remains_is_the_total_without_what_was_settled() {
        assertThat(of(REMAINING, "1=10, 2=4, 3=6")).isEmpty();
        assertThat(of(REMAINING, "1=10, 2=4, 3=5"))
                .containsExactly("ERROR rule-broken D9: 5, expected 6 [3 = 1 - 2, Văn phòng]");
    }

    @Test
    void rule_05_a_part_is_at_most_its_whole() {
        assertThat(of(RECEPTION, "2=60, 4=60")).isEmpty();
        assertThat(of(RECEPTION, "2=60, 4=61"))
                .containsExactly("ERROR rule-broken E9: 61, expected 60 [4 <= 2, Văn phòng]");
    }

    @Test
    void rule_06_people_are_at_least_as_many_as_visits() {
        assertThat(of(RECEPTION, "1=10, 2=10")).isEmpty();
        assertThat(of(RECEPTION, "1=10, 2=9"))
                .containsExactly("WARNING rule-broken B9: 10, expected 9 [1 <= 2, Văn phòng]");
    }

    @Test
    void rule_06_cases_are_at_most_as_many_as_visits() {
        assertThat(of(RECEPTION, "1=10, 5=10")).isEmpty();
        assertThat(of(RECEPTION, "1=10, 5=11"))
                .containsExactly("WARNING rule-broken F9: 11, expected 10 [5 <= 1, Văn phòng]");
    }

    @Test
    void rule_06_a_group_is_five_people_or_more() {
        assertThat(of(RECEPTION, "3=2, 4=10")).isEmpty();
        assertThat(of(RECEPTION, "3=2, 4=9"))
                .containsExactly("WARNING rule-broken E9: 9, expected 10 [4 >= 5*3, Văn phòng]");
    }

    /** A hard formula, a soft one, and a rate that was cut off where it should have been rounded. */
    @Test
    void rule_10_hard_formulas_are_errors_soft_ones_warnings_and_rounding_a_note() {
        assertThat(of(SETTLED, "1=10, 2=11")).singleElement().asString().startsWith("ERROR ");
        assertThat(of(RECEPTION, "1=10, 2=9")).singleElement().asString().startsWith("WARNING ");
        Definitions definitions = new Definitions(
                List.of(SETTLED),
                List.of(new Indicator("rate", "rate", List.of("settled"), List.of("received"), 2, true)),
                List.of(),
                new RowWords(Set.of(), Set.of(), Map.of()),
                new ReportingCalendar(14, List.of(), Map.of()));
        assertThat(Checked.findings(new StatedRates(definitions), SETTLED, row("1=221, 2=176, 4=79.63")))
                .containsExactly("INFO rate-cut-off E9: 79.63, expected 79.64 [176, 221]");
    }

    private static List<String> of(Form form, String entries) {
        return Checked.findings(new PrintedFormulas(), form, row(entries));
    }

    private static String row(String entries) {
        return "9 | OFFICE | Văn phòng | 513 | " + entries;
    }
}
