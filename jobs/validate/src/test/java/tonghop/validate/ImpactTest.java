package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.report.PeriodView.Difference.Source;
import tonghop.fixtures.SmallCountry;

class ImpactTest {

    private final DrawnPeriod year = new DrawnPeriod("2023");

    @Test
    void ranks_what_changes_a_larger_share_of_the_figure_first() {
        states_10_more_than_its_communes();
        year.sent("C11", "answered=4").sent("C12", "answered=2").sent("D2", "asked=0, answered=0");
        year.differs(Source.UNITS_BELOW, "D1", "answered", 10, 6);
        assertThat(ranked()).containsExactly("own-total-differs D1 4", "own-total-differs D1 10");
    }

    @Test
    void sizes_a_silent_unit_by_what_it_last_reported() {
        year.sent("2022", "D2", "asked=300");
        states_10_more_than_its_communes();
        assertThat(ranked()).containsExactly("silent-unit D2 300", "own-total-differs D1 10");
    }

    @Test
    void puts_what_cannot_be_sized_behind_what_can() {
        states_10_more_than_its_communes();
        assertThat(ranked()).containsExactly("own-total-differs D1 10", "silent-unit D2 -");
    }

    @Test
    void keeps_errors_before_everything_else_however_small() {
        year.sent("2022", "D2", "asked=300").sent("D1", "asked=99");
        year.found(total("99", "98").about("asked"));
        assertThat(ranked()).containsExactly("total-differs D1 1", "silent-unit D2 300");
    }

    @Test
    void a_total_of_no_measure_comes_after_those_whose_share_is_known() {
        year.sent("D2", "asked=1000, answered=10").sent("D1", "asked=99");
        year.found(total("99", "12"));
        year.found(total("99", "89").about("asked"));
        year.found(total("9", "4").about("answered"));
        assertThat(ranked()).containsExactly("total-differs D1 5", "total-differs D1 10", "total-differs D1 87");
    }

    @Test
    void weighs_a_printed_formula_by_the_measure_that_it_is_about() {
        year.sent("D1", "asked=99, load=8");
        year.found(wrong(FindingCode.RULE_BROKEN, Fact.LEFT.is("8"), Fact.RIGHT.is("3"), Fact.RULE.is("7 = 5 + 6"))
                .about("load"));
        assertThat(ranked()).containsExactly("rule-broken D1 5", "silent-unit D2 -");
    }

    @Test
    void says_nothing_of_what_is_no_number_of_a_measure() {
        year.sent("D1", "asked=99");
        year.found(wrong(FindingCode.NOT_A_NUMBER, Fact.TEXT.is("3"), Fact.MEANT.is("4")));
        year.found(total("3", "x"));
        assertThat(ranked()).containsExactly("not-a-number D1 -", "total-differs D1 -", "silent-unit D2 -");
    }

    private void states_10_more_than_its_communes() {
        year.sent("C11", "asked=500").sent("C12", "asked=490").differs(Source.UNITS_BELOW, "D1", "asked", 1000, 990);
    }

    private Finding total(String stated, String computed) {
        return wrong(
                FindingCode.TOTAL_DIFFERS, Fact.STATED.is(stated), Fact.COMPUTED.is(computed), Fact.ROW.is("Tổng số"));
    }

    private Finding wrong(FindingCode code, Fact.Said... facts) {
        return Finding.of(code, year.cell("D1"), facts);
    }

    private List<String> ranked() {
        return new Rules(SmallCountry.DEFINITIONS)
                .check(year).stream()
                        .map(weighed -> "%s %s %s"
                                .formatted(
                                        weighed.finding().code().code(),
                                        weighed.finding().place().unit(),
                                        weighed.impact() == null
                                                ? "-"
                                                : weighed.impact().toPlainString()))
                        .toList();
    }
}
