package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.form.FormRule;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.PeriodView.Difference.Source;
import tonghop.domain.report.Report.LeftBlank;
import tonghop.fixtures.SmallCountry;

/** The rules over a period that need a case or two each. */
class StoredFiguresRulesTest {

    private final DrawnPeriod year = new DrawnPeriod("2023");

    @Test
    void what_disagrees_with_what_counts_is_told_by_who_says_otherwise() {
        year.differs(Source.UNIT_ITSELF, "D1", "asked", 100, 90);
        year.differs(Source.UNITS_BELOW, "D1", "asked", 50, 51);
        year.differs(Source.FINER_PERIODS, "D1", "replies", 11, 10);
        assertThat(told(new Differences()))
                .containsExactly(
                        "PARENT_ROW_DIFFERS D1: 100, expected 90 [asked]",
                        "OWN_TOTAL_DIFFERS D1: 50, expected 51 [asked]",
                        "PERIODS_DIFFER D1: 11, expected 10 [replies, 2023-Q1 + 2023-Q2]");
    }

    @Test
    void a_printed_formula_that_cannot_hold_in_what_was_put_together_is_told() {
        FormRule rule = SmallCountry.FORM.rules().get(0);
        year.leftBlank(new LeftBlank("F", "Unit D1", rule, new BigDecimal("28"), new BigDecimal("8")));
        assertThat(told(new LeftBlanks())).containsExactly("LEFT_BLANK VN: 28, expected 8 [7 = 5 + 6, Unit D1]");
    }

    @Test
    void neighbouring_figures_that_differ_in_one_digit_alone_are_told() {
        year.sent("D1", "asked=3107, answered=2107");
        assertThat(told(new LookAlikes())).containsExactly("LOOK_ALIKE VN: 3107, expected 2107 [asked, answered]");
    }

    @Test
    void small_neighbours_are_alike_by_chance() {
        year.sent("D1", "asked=310, answered=210");
        assertThat(told(new LookAlikes())).isEmpty();
    }

    @Test
    void published_parts_that_do_not_add_up_after_rounding_get_a_note() {
        year.sent("D1", "asked=10.4").sent("D2", "asked=10.4");
        assertThat(told(new RoundedParts())).containsExactly("PARTS_DO_NOT_ADD_UP P: 20, expected 21 [asked, asked]");
    }

    @Test
    void parts_that_add_up_as_they_are_shown_get_none() {
        year.sent("D1", "asked=10.4").sent("D2", "asked=10");
        assertThat(told(new RoundedParts())).isEmpty();
    }

    @Test
    void who_sent_some_forms_is_told_of_the_others_and_who_sent_none_is_silent() {
        year.owing("D1", "F", "G").owing("D2", "F", "G").sent("D1", "asked=10");
        assertThat(told(new MissingForms(SmallCountry.DEFINITIONS)))
                .containsExactly("MISSING_FORM D1: , expected  [G, Form G]", "SILENT_UNIT D2: , expected  [2, F, G]");
    }

    private List<String> told(Rule<PeriodView> rule) {
        List<FindingCode> codes = rule.check(year).stream().map(Finding::code).toList();
        List<String> told = year.told(rule);
        assertThat(rule.codes()).containsAll(codes);
        return IntStream.range(0, told.size())
                .mapToObj(index -> codes.get(index) + " " + told.get(index))
                .toList();
    }
}
