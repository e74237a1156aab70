package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.RowWords;
import tonghop.domain.time.ReportingCalendar;
import tonghop.fixtures.Drawn;

class RulesTest {

    @Test
    void are_all_held_against_a_sheet_one_after_the_other() {
        Form form = Drawn.form("""
                1 | received        | đơn | FLOW
                2 | settled         | đơn | FLOW
                3 | resolution-rate | %   | DECLARED
                2 <= 1
                """);
        Rules rules = new Rules(new Definitions(
                List.of(form),
                List.of(new Indicator("resolution-rate", "Tỷ lệ", List.of("settled"), List.of("received"), 2, true)),
                List.of(),
                new RowWords(Set.of(), Set.of(), Map.of()),
                new ReportingCalendar(14, List.of(), Map.of())));
        assertThat(rules.check(Drawn.sheet(form, """
                        8 | TOTAL | Tổng số | 513   | 1=9, 2=5
                        9 | UNIT  | Hà Lam  | 20791 | 1=4, 2=5, 3=80
                        """)))
                .extracting(
                        finding -> finding.code().code() + " " + finding.place().cell())
                .containsExactly("rule-broken C9", "total-differs B8", "rate-differs D9");
    }
}
