package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tonghop.fixtures.SmallCountry;

class CopiedFormsTest {

    private static final String LAST = "asked=31, answered=29, replies=17, carried-over=5, open=2";

    private final CopiedForms rule = new CopiedForms(SmallCountry.DEFINITIONS);

    @Test
    void are_forms_whose_figures_are_all_those_of_the_last_period() {
        assertThat(quarter(LAST).told(rule)).containsExactly("D1: 5, expected 2022-Q4 [F]");
    }

    @Test
    void are_not_those_in_which_one_figure_is_another_or_missing() {
        assertThat(quarter(LAST.replace("29", "28")).told(rule)).isEmpty();
        assertThat(quarter(LAST.replace("answered=29, ", "")).told(rule)).isEmpty();
    }

    private static DrawnPeriod quarter(String figures) {
        return new DrawnPeriod("2023-Q1").sent("2022-Q4", "D1", LAST).sent("D1", figures);
    }
}
