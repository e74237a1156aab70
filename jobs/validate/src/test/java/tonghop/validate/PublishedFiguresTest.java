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

/** What ministries, provinces and newspapers printed, recomputed: the table of domain.md 6.6, source by source. */
class PublishedFiguresTest {

    private static final Form SETTLED = Drawn.form("""
            1 | received  | đơn | FLOW
            2 | processed | đơn | FLOW
            3 | eligible  | đơn | FLOW
            4 | rate      | %   | DECLARED
            """);

    private static final Form PROCEDURES = Drawn.form("""
            1 | received    | hồ sơ | FLOW
            2 | resolved    | hồ sơ | FLOW
            3 | on-time     | hồ sơ | FLOW
            4 | overdue     | hồ sơ | FLOW
            5 | in-progress | hồ sơ | CLOSING_STOCK
            1 = 2 + 5
            2 = 3 + 4
            """);

    private static final Form SUM = Drawn.form("""
            1 | sum    | đơn | FLOW
            2 | first  | đơn | FLOW
            3 | second | đơn | FLOW
            4 | third  | đơn | FLOW
            1 = 2 + 3 + 4
            """);

    @Test
    void ninh_thuan_2020_cut_off_its_rate() {
        assertThat(rate("1=221, 3=176, 4=79.63", "received"))
                .containsExactly("INFO rate-cut-off E9: 79.63, expected 79.64 [176, 221]");
        assertThat(sum(1536, 40, 1496)).isEmpty();
        assertThat(sum(221, 196, 25)).isEmpty();
    }

    @Test
    void lam_dong_2020_lost_two_procedures_on_time_and_half_of_those_in_progress() {
        String sheet = """
                8  | TOTAL  | Tổng số    | 513 | 1=659245, 2=643272, 3=635593, 4=7677, 5=7172
                9  | OFFICE | Cấp tỉnh   | 513 | 1=54575, 2=51780, 3=51072, 4=708, 5=2795
                10 | OFFICE | Cấp huyện  | 513 | 1=340060, 2=329596, 3=323911, 4=5685, 5=10464
                11 | OFFICE | Cấp xã     | 513 | 1=264610, 2=261896, 3=260612, 4=1284, 5=2714
                """;
        assertThat(Checked.findings(new ControlTotals(), PROCEDURES, sheet))
                .containsExactly(
                        "ERROR total-differs D8: 635593, expected 635595 [Tổng số]",
                        "ERROR total-differs F8: 7172, expected 15973 [Tổng số]");
        assertThat(Checked.findings(new PrintedFormulas(), PROCEDURES, sheet))
                .containsExactly(
                        "ERROR rule-broken B8: 659245, expected 650444 [1 = 2 + 5, Tổng số]",
                        "ERROR rule-broken C8: 643272, expected 643270 [2 = 3 + 4, Tổng số]");
    }

    /** 83.5 % 'of the petitions processed' is the share of those received. */
    @Test
    void the_government_inspectorate_named_another_denominator_in_2023() {
        assertThat(sum(105101, 3125, 13830, 88146)).isEmpty();
        assertThat(sum(77019, 1155, 11388, 64476)).isEmpty();
        assertThat(sum(1068, 104, 38, 926)).isEmpty();
        assertThat(sum(88004, 12383, 5005, 70616)).isEmpty();
        assertThat(rate("1=105353, 2=97014, 3=88004, 4=83.5", "processed"))
                .containsExactly("WARNING rate-differs E9: 83.5, expected 90.71"
                        + " [88004, 97014, likely:other-counts:eligible / received]");
        assertThat(rate("1=23781, 3=19903, 4=83.7", "received")).isEmpty();
    }

    @Test
    void the_government_inspectorate_rounded_its_year_half_up() {
        assertThat(rate("1=83272, 3=69386, 4=83.3", "received")).isEmpty();
        assertThat(rate("1=146, 3=136, 4=93.15", "received")).isEmpty();
    }

    /** The two provinces are made up; their sums and the mean of their rates are what was printed. */
    @Test
    void vietnamnet_2022_averaged_rates() {
        assertThat(Checked.findings(rates("received"), SETTLED, """
                        8 | TOTAL  | Tổng số | 513   | 1=960, 3=381, 4=38
                        9 | UNIT   | Hà Lam  | 20791 | 1=860, 3=345
                        10 | UNIT  | Bình An | 20845 | 1=100, 3=36
                        """))
                .containsExactly("WARNING rate-differs E8: 38, expected 39.69 [381, 960, likely:mean-of-rates:]");
    }

    @Test
    void thua_thien_hue_did_not_account_for_all_that_it_resolved() {
        assertThat(sum(268763, 257141, 11622)).isEmpty();
        assertThat(Checked.findings(
                        new PrintedFormulas(),
                        PROCEDURES,
                        "9 | SENDER | UBND | 513 | 1=268763, 2=257141, 3=247529, 4=0, 5=11622"))
                .containsExactly("ERROR rule-broken C9: 257141, expected 247529 [2 = 3 + 4, UBND]");
        assertThat(rate("1=10000, 3=3997, 4=40", "received")).isEmpty();
    }

    @Test
    void vinh_phuc_adds_up() {
        assertThat(sum(6302, 4131, 2171)).isEmpty();
        assertThat(rate("1=4169, 3=4157, 4=99.71", "received")).isEmpty();
        assertThat(rate("1=14101, 3=14064, 4=99.74", "received")).isEmpty();
    }

    private static List<String> sum(int sum, int... parts) {
        StringBuilder entries = new StringBuilder("1=" + sum);
        for (int index = 0; index < parts.length; index++) {
            entries.append(", ").append(index + 2).append('=').append(parts[index]);
        }
        return Checked.findings(new PrintedFormulas(), SUM, "9 | SENDER | UBND | 513 | " + entries);
    }

    private static List<String> rate(String entries, String denominator) {
        return Checked.findings(rates(denominator), SETTLED, "9 | SENDER | UBND | 513 | " + entries);
    }

    private static StatedRates rates(String denominator) {
        return new StatedRates(new Definitions(
                List.of(SETTLED),
                List.of(new Indicator("rate", "Tỷ lệ", List.of("eligible"), List.of(denominator), 2, true)),
                List.of(),
                new RowWords(Set.of(), Set.of(), Map.of()),
                new ReportingCalendar(14, List.of(), Map.of())));
    }
}
