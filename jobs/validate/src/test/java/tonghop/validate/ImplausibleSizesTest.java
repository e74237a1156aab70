package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tonghop.domain.form.Form;
import tonghop.fixtures.Drawn;

class ImplausibleSizesTest {

    private static final Form FORM = Drawn.form("""
            1 | fund   | tỷ đồng | MONEY
            2 | land   | m2      | FLOW
            3 | visits | lượt    | FLOW
            4 | rate   | %       | DECLARED
            """);

    @Test
    void are_told_of_rows_by_the_unit_of_count_and_without_any_history() {
        assertThat(Checked.findings(new ImplausibleSizes(), FORM, """
                        8  | OFFICE | Phòng A | 513 | 1=1200000000, 2=5000000, 3=20000000, 4=98
                        9  | OFFICE | Phòng B | 513 | 1=1.2, 2=99000000000, 3=7
                        10 | TOTAL  | Tổng số | 513 | 1=1200000001, 2=99005000000, 3=20000007
                        """))
                .containsExactly(
                        "WARNING implausible-size B8: 1200000000, expected 100000 [fund, tỷ đồng]",
                        "WARNING implausible-size D8: 20000000, expected 10000000 [visits, lượt]",
                        "WARNING implausible-size C9: 99000000000, expected 10000000000 [land, m2]");
    }
}
