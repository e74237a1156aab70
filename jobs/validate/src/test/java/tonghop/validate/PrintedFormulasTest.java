package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Form;
import tonghop.fixtures.Drawn;

class PrintedFormulasTest {

    private static final Form RECEPTION = Drawn.form("""
            1  | visits           | lượt  | FLOW
            4  | regular-visits   | lượt  | FLOW
            5  | regular-people   | người | FLOW
            8  | regular-groups   | đoàn  | FLOW
            9  | group-people     | người | FLOW
            13 | chief-visits     | lượt  | FLOW
            22 | delegated-visits | lượt  | FLOW
            1 = 4 + 13 + 22
            9 <= 5
            9 >= 5*8 | WARNING
            """);

    /** Sông Công states 17 projects, of which 3 and 4: domain facts, section 6.5. */
    private static final Form INVESTMENT = Drawn.form("""
            1 | projects          | dự án | FLOW
            2 | projects-domestic | dự án | FLOW
            3 | projects-foreign  | dự án | FLOW
            1 = 2 + 3 | WARNING
            """);

    @Test
    void say_nothing_where_the_form_adds_up() {
        assertThat(of(RECEPTION, "9 | OFFICE | Ban Tiếp công dân | 513 | 1=10, 4=5, 13=3, 22=2"))
                .isEmpty();
    }

    @Test
    void refuse_a_total_that_is_not_the_sum_of_its_parts() {
        assertThat(of(RECEPTION, "9 | OFFICE | Ban Tiếp công dân | 513 | 1=17, 4=3, 13=4"))
                .containsExactly("ERROR rule-broken B9: 17, expected 7 [1 = 4 + 13 + 22, Ban Tiếp công dân]");
    }

    @Test
    void only_warn_where_the_form_says_so() {
        assertThat(of(INVESTMENT, "9 | SENDER | UBND thành phố | 513 | 1=17, 2=3, 3=4"))
                .containsExactly("WARNING rule-broken B9: 17, expected 7 [1 = 2 + 3, UBND thành phố]");
    }

    @Test
    void name_unit_form_period_file_and_sheet() {
        assertThat(new PrintedFormulas().check(Drawn.sheet(INVESTMENT, "9 | SENDER | UBND | 513 | 1=17, 2=3, 3=4")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.RULE_BROKEN);
                    assertThat(finding.place())
                            .isEqualTo(new Place("513", "01/TCD", "2018-9M", "513.xlsx", "TCD", "B9"));
                });
    }

    @ParameterizedTest
    @CsvSource({"10, 50, 10, true", "10, 51, 10, true", "10, 49, 10, false", "0, 0, 10, true"})
    void compare_with_a_multiple(int groups, int people, int all, boolean isSilent) {
        String row = "9 | OFFICE | Văn phòng | 513 | 8=%d, 9=%d, 5=%d".formatted(groups, people, people + all);
        assertThat(of(RECEPTION, row).isEmpty()).isEqualTo(isSilent);
    }

    @Test
    void refuse_a_part_that_exceeds_its_whole() {
        assertThat(of(RECEPTION, "9 | OFFICE | Văn phòng | 513 | 5=6, 9=7"))
                .containsExactly("ERROR rule-broken J9: 7, expected 6 [9 <= 5, Văn phòng]");
    }

    @Test
    void hold_for_total_rows_too() {
        assertThat(of(INVESTMENT, """
                        8 | TOTAL  | Tổng số | 513 | 1=7, 2=3, 3=3
                        9 | OFFICE | Phòng   | 513 | 1=6, 2=3, 3=3
                        """)).containsExactly("WARNING rule-broken B8: 7, expected 6 [1 = 2 + 3, Tổng số]");
    }

    @Test
    void take_a_blank_part_for_nothing_where_another_is_given() {
        assertThat(of(RECEPTION, "9 | OFFICE | Văn phòng | 513 | 1=7, 4=7")).isEmpty();
        assertThat(of(RECEPTION, "9 | OFFICE | Văn phòng | 513 | 1=8, 4=7")).hasSize(1);
    }

    @Test
    void say_nothing_of_a_total_whose_parts_are_all_blank() {
        assertThat(of(RECEPTION, "9 | OFFICE | Văn phòng | 513 | 1=7")).isEmpty();
    }

    @Test
    void say_nothing_of_a_blank_row() {
        assertThat(of(RECEPTION, "9 | OFFICE | Văn phòng | 513 |")).isEmpty();
    }

    @Test
    void warn_of_a_blank_total_whose_parts_are_given_and_do_not_take_it_for_nought() {
        assertThat(of(RECEPTION, "9 | OFFICE | Văn phòng | 513 | 4=3, 13=4"))
                .containsExactly("WARNING total-blank E9: , expected 7 [1 = 4 + 13 + 22, Văn phòng]");
        assertThat(of(RECEPTION, "9 | OFFICE | Văn phòng | 513 | 4=0, 13=0")).isEmpty();
    }

    /** 25 + 26 = 5 of form 01/KQGQ: its parts stand on the left. */
    @Test
    void say_nothing_of_parts_on_the_left_that_are_all_blank() {
        Form complaints = Drawn.form("""
                5  | settled  | vụ | FLOW
                25 | in-time  | vụ | FLOW
                26 | late     | vụ | FLOW
                25 + 26 = 5 | WARNING
                """);
        assertThat(of(complaints, "9 | OFFICE | Thanh tra | 513 | 5=43")).isEmpty();
        assertThat(of(complaints, "9 | OFFICE | Thanh tra | 513 | 5=43, 25=40")).hasSize(1);
    }

    @Test
    void say_nothing_of_an_inequality_with_a_blank_side() {
        assertThat(of(RECEPTION, "9 | OFFICE | Văn phòng | 513 | 5=6")).isEmpty();
        assertThat(of(RECEPTION, "9 | OFFICE | Văn phòng | 513 | 8=6")).isEmpty();
    }

    @Test
    void break_once_for_each_sign_of_a_chain() {
        Form petitions = Drawn.form("""
                1 | petitions | đơn | FLOW
                2 | one       | đơn | FLOW
                3 | other     | đơn | FLOW
                4 | inside    | đơn | FLOW
                5 | outside   | đơn | FLOW
                1 = 2 + 3 = 4 + 5
                """);
        assertThat(of(petitions, "9 | OFFICE | Thanh tra | 513 | 1=10, 2=4, 3=6, 4=7, 5=2"))
                .containsExactly("ERROR rule-broken B9: 10, expected 9 [1 = 4 + 5, Thanh tra]");
        assertThat(of(petitions, "9 | OFFICE | Thanh tra | 513 | 1=11, 2=4, 3=6, 4=7, 5=2"))
                .hasSize(2);
    }

    private static List<String> of(Form form, String sheet) {
        return Checked.findings(new PrintedFormulas(), form, sheet);
    }
}
