package tonghop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueMistakesTest {

    private static final String FORM = "forms/01-TCD.yaml";
    private static final String LIST = "forms/02-DVK.yaml";
    private static final String INDICATORS = "indicators/reception.yaml";
    private static final String WORDS = "units/words.yaml";
    private static final String CALENDAR = "calendar.yaml";

    @TempDir
    private Path folder;

    private SmallCatalogue catalogue;

    @BeforeEach
    void writeOneWithoutMistakes() {
        catalogue = SmallCatalogue.in(folder);
        assertThat(catalogue.mistakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    issued-by            | issued-bye           | 3  | unknown key 'issued-bye'; did you mean 'issued-by'?
                    unit-of-count: lượt  | unit-of-cont: lượt   | 10 | unknown key 'unit-of-cont'; did you mean 'unit-of-count'?
                    nature: flow         | nature: flo         | 10 | there is no nature 'flo'; did you mean 'flow'?
                    level: district      | level: distric       | 8  | there is no level 'distric'; did you mean 'district'?
                    [quarter, year]      | [quarter, yea]      | 8  | there is no kind of period 'yea'; did you mean 'year'?
                    rows: units          | rows: unit           | 6  | there is no kind of rows 'unit'; did you mean 'units'?
                    severity: warning    | severity: warnin     | 17 | there is no severity 'warnin'; did you mean 'warning'?
                    nature: flow         | nature: flow, over-units: sums | 10 | there is no aggregation over units 'sums'; did you mean 'sum'?
                    nature: flow         | nature: flow, over-time: firs | 10 | there is no aggregation over time 'firs'; did you mean 'first'?
                    1 = 2 + 3            | 1 = 2 + 4            | 16 | '1 = 2 + 4' speaks of column 4, which the form lacks
                    rule: 2 <= 1         | rule: 2 <= 9         | 17 | '2 <= 9' speaks of column 9, which the form lacks
                    sum: 2 + 3           | sum: 2 + 7           | 14 | '2 + 7' speaks of column 7, which the form lacks
                    sum: 2 + 3           | sum: hai             | 14 | not a sum of column numbers: 'hai'
                    1 = 2 + 3            | một = hai            | 16 | not a sum of column numbers: 'một '
                    blank: 01-TCD.xlsx   | blank: 01-TCDD.xlsx  | 5  | there is no blank workbook '01-TCDD.xlsx'
                    title:               | signs: []\\n#        | 0  | 'title' is missing
                    measure: visits,     | ""                   | 10 | a column needs 'no', and either 'measure' or 'attribute'
                    unit-of-count: lượt, | ""                   | 10 | 'unit-of-count' is missing
                    """)
    void of_a_form_are_named_with_line_and_nearest_word(String right, String wrong, int line, String mistake) {
        catalogue.with(FORM, right, wrong.replace("\\n", "\n"));
        assertThat(catalogue.mistakes()).contains("%s:%d: %s".formatted(FORM, line, mistake));
    }

    @Test
    void include_a_measure_of_a_rule_among_forms_that_no_form_has() throws IOException {
        Files.writeString(folder.resolve("rules.yaml"), """
                rules:
                  - id: chief
                    left: [chief-visit]
                    relation: "<="
                    right: [visits]
                    label: Lượt tiếp của Thủ trưởng không quá tổng số
                """);
        assertThat(catalogue.mistakes())
                .containsExactly("rules.yaml:3: there is no measure 'chief-visit'; did you mean 'chief-visits'?");
    }

    @Test
    void include_a_column_that_stands_twice() {
        catalogue.with(FORM, "no: 2", "no: 1");
        assertThat(catalogue.mistakes())
                .containsAnyOf(FORM + ":10: column 1 stands twice", FORM + ":11: column 1 stands twice");
    }

    @Test
    void include_an_attribute_that_the_list_lacks() {
        catalogue.with(LIST, "where: state", "where: sate");
        assertThat(catalogue.mistakes()).contains(LIST + ":11: there is no attribute 'sate'; did you mean 'state'?");
    }

    @Test
    void include_a_form_that_another_claims_to_stand_for() {
        catalogue.with(LIST, "01/TCD", "01/TCDV");
        assertThat(catalogue.mistakes()).contains(LIST + ":6: there is no form '01/TCDV'; did you mean '01/TCD'?");
    }

    @Test
    void include_a_measure_that_is_counted_differently_in_two_forms() {
        catalogue.with(LIST, "measure: models", "measure: visits");
        assertThat(catalogue.mistakes())
                .containsExactly(LIST + ":11: 'visits' has another unit of count or nature elsewhere: lượt, flow");
    }

    @Test
    void include_a_measure_that_is_counted_differently_within_one_form() {
        catalogue.with(
                FORM,
                "measure: chief-visits, label: Thủ trưởng, unit-of-count: lượt",
                "measure: visits, label: Thủ trưởng, unit-of-count: người");
        assertThat(catalogue.mistakes()).anyMatch(mistake -> mistake.startsWith(FORM) && mistake.contains("'visits'"));
    }

    @Test
    void include_two_versions_of_a_form_for_the_same_period() {
        catalogue.with("forms/01-TCD-copy.yaml", SmallCatalogue.FORM);
        assertThat(catalogue.mistakes()).anyMatch(mistake -> mistake.contains("01/TCD"));
    }

    @Test
    void include_versions_of_a_form_that_overlap() {
        catalogue.with("forms/01-TCD-new.yaml", SmallCatalogue.FORM.replace("2021-05-10", "2024-01-01"));
        assertThat(catalogue.mistakes()).anyMatch(mistake -> mistake.contains("01/TCD"));
    }

    @ParameterizedTest
    @CsvSource({"numerator: [regular-visits], numerator: [regula-visits], 4", "[visits], [vists], 5"})
    void include_an_unknown_measure_in_an_indicator(String right, String wrong, int line) {
        catalogue.with(INDICATORS, right, wrong);
        assertThat(catalogue.mistakes())
                .singleElement()
                .asString()
                .startsWith(INDICATORS + ":" + line + ": there is no measure")
                .contains("did you mean '");
    }

    @Test
    void include_an_indicator_without_a_denominator() {
        catalogue.with(INDICATORS, "    denominator: [visits]\n", "");
        assertThat(catalogue.mistakes())
                .containsExactly(INDICATORS + ":2: needs numerator and denominator, or neither");
    }

    @Test
    void include_a_word_for_the_better_direction_that_is_misspelt() {
        catalogue.with(INDICATORS, "better: lower", "better: lowr");
        assertThat(catalogue.mistakes())
                .singleElement()
                .asString()
                .startsWith(INDICATORS + ":6:")
                .contains("'lower'");
    }

    @Test
    void include_an_alias_of_an_unknown_unit() {
        catalogue.with(WORDS, "'513'", "'514'");
        assertThat(catalogue.mistakes()).containsExactly(WORDS + ":4: there is no unit '514'; did you mean '513'?");
    }

    @ParameterizedTest
    @CsvSource({"units/words.yaml, totals, total", "calendar.yaml, closing-day, closing-days"})
    @CsvSource({"indicators/reception.yaml, numerator, numerater"})
    void include_unknown_keys_of_every_file(String file, String right, String wrong) {
        catalogue.with(file, right, wrong);
        assertThat(catalogue.mistakes())
                .anySatisfy(mistake -> assertThat(mistake)
                        .startsWith(file + ":")
                        .contains("unknown key '%s'; did you mean '%s'?".formatted(wrong, right)));
    }

    @Test
    void include_a_day_that_is_none() {
        catalogue.with(FORM, "2021-05-10", "2021-13-10");
        assertThat(catalogue.mistakes()).contains(FORM + ":4: '2021-13-10' is not possible here");
    }

    @Test
    void include_broken_yaml() {
        catalogue.with(FORM, "columns:", "columns: [");
        assertThat(catalogue.mistakes())
                .anyMatch(mistake -> mistake.matches("forms/01-TCD.yaml:[1-9]\\d*: cannot be read.*(?s).*"));
    }

    @Test
    void include_a_form_that_ends_before_it_begins() {
        catalogue.with(FORM, "{from: 2021-05-10}", "{from: 2021-05-10, to: 2020-01-01}");
        assertThat(catalogue.mistakes()).anyMatch(mistake -> mistake.startsWith(FORM + ":4:"));
    }

    @Test
    void include_an_obligation_that_ends_before_it_begins() {
        catalogue.with(FORM, "to: 2025-06-30", "from: 2026-01-01, to: 2025-06-30");
        assertThat(catalogue.mistakes()).anyMatch(mistake -> mistake.startsWith(FORM));
    }

    @Test
    void include_a_closing_day_that_some_month_lacks() {
        catalogue.with(CALENDAR, "closing-day: 14", "closing-day: 31");
        assertThat(catalogue.mistakes()).anyMatch(mistake -> mistake.startsWith(CALENDAR + ":1:"));
    }

    @Test
    void include_a_term_that_ends_before_it_begins() {
        catalogue.with(CALENDAR, "to: 2020-07-14", "to: 2010-07-14");
        assertThat(catalogue.mistakes())
                .containsExactly(CALENDAR + ":3: a term needs code, label, from and a later to");
    }

    @Test
    void include_a_term_without_a_code() {
        catalogue.with(CALENDAR, "code: 2015-2020, ", "");
        assertThat(catalogue.mistakes())
                .containsExactly(CALENDAR + ":3: a term needs code, label, from and a later to");
    }

    @Test
    void include_an_override_that_ends_before_it_begins() {
        catalogue.with(CALENDAR, "to: 2020-02-29", "to: 2010-02-28");
        assertThat(catalogue.mistakes()).anyMatch(mistake -> mistake.startsWith(CALENDAR));
    }

    @Test
    void include_an_override_of_what_is_no_period() {
        catalogue.with(CALENDAR, "2020-Q1", "2020-Q9");
        assertThat(catalogue.mistakes()).anyMatch(mistake -> mistake.contains("2020-Q9"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    level: district    | level: distric     | 7  | there is no level 'distric'; did you mean 'district'?
                    [quarter]          | [quater]           | 7  | there is no kind of period 'quater'; did you mean 'quarter'?
                    working-days: 2    | working-day: 2     | 7  | unknown key 'working-day'; did you mean 'working-days'?
                    working-days: 2    | working-days: 0    | 7  | a deadline is at least 1 working day after the close
                    day-of-month: 25   | day-of-month: 31   | 8  | the day of a deadline must be 1 to 28
                    , day-of-month: 25 | , from: 2024-01-01 | 6  | a deadline needs working-days or day-of-month
                    04-30              | 30-04              | 10 | '30-04' is no month and day such as 04-30
                    to: 2024-02-14     | to: 2024-01-14     | 12 | days off need from, and a to that is not before it
                    """)
    void of_a_deadline_or_holiday_are_named_with_line_and_nearest_word(
            String right, String wrong, int line, String mistake) {
        catalogue.with(CALENDAR, right, wrong);
        assertThat(catalogue.mistakes()).contains("%s:%d: %s".formatted(CALENDAR, line, mistake));
    }

    @ParameterizedTest
    @CsvSource({"forms/01-TCD.yaml, rules:", "forms/01-TCD.yaml, columns:", "forms/01-TCD.yaml, owed:"})
    @CsvSource({"indicators/reception.yaml, indicators:", "units/words.yaml, aliases:", "calendar.yaml, terms:"})
    void include_an_item_that_was_left_empty(String file, String list) {
        catalogue.with(file, list, list + "\n  -");
        assertThat(catalogue.mistakes()).anyMatch(mistake -> mistake.startsWith(file));
    }

    @Test
    void include_an_empty_file() {
        catalogue.with(FORM, "~");
        assertThat(catalogue.mistakes()).anyMatch(mistake -> mistake.startsWith(FORM));
    }

    @Test
    void are_all_reported_at_once() {
        catalogue
                .with(FORM, "severity: warning", "severity: warnin")
                .with(FORM, "1 = 2 + 3", "1 = 2 + 4")
                .with(FORM, "blank: 01-TCD.xlsx", "blank: 01-TCDD.xlsx")
                .with(LIST, "rows: list", "rows: lists")
                .with(INDICATORS, "label: Tỷ lệ chỉ nêu", "labels: Tỷ lệ chỉ nêu")
                .with("units/units.csv", "district,49", "district,94")
                .with(WORDS, "'513'", "'514'")
                .with(CALENDAR, "code: 2015-2020, ", "");
        assertThat(catalogue.mistakes())
                .anyMatch(mistake -> mistake.contains("warnin"))
                .anyMatch(mistake -> mistake.contains("column 4"))
                .anyMatch(mistake -> mistake.contains("01-TCDD.xlsx"))
                .anyMatch(mistake -> mistake.contains("lists"))
                .anyMatch(mistake -> mistake.contains("labels"))
                .anyMatch(mistake -> mistake.contains("parent 94"))
                .anyMatch(mistake -> mistake.contains("514"))
                .anyMatch(mistake -> mistake.contains("a term needs"));
    }

    /** Otherwise a slip in one form hides behind a hundred complaints about others. */
    @Test
    void of_one_form_are_not_laid_to_the_charge_of_others() {
        catalogue.with(
                "forms/00-ZZZ.yaml",
                SmallCatalogue.LIST.replace("02/DVK", "00/ZZZ").replace("rows: list", "rows: lists"));
        assertThat(catalogue.mistakes()).singleElement().asString().contains("'lists'");
    }

    @Test
    void of_a_column_are_not_laid_to_the_charge_of_rules_and_indicators() {
        catalogue.with(FORM, "nature: flow", "nature: flo");
        assertThat(catalogue.mistakes()).containsExactly(FORM + ":10: there is no nature 'flo'; did you mean 'flow'?");
    }

    @Test
    void are_told_in_both_languages() {
        catalogue.with(FORM, "nature: flow", "nature: flo");
        assertThat(catalogue.mistakesInVietnamese()).contains("không có tính chất 'flo'; có phải 'flow'?");
    }

    @Test
    void name_the_folder_of_forms_where_there_is_none() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(new SmallCatalogue(empty).mistakes()).containsExactly("forms:0: there is no such folder");
    }
}
