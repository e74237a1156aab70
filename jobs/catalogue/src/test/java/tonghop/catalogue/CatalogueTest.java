package tonghop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.UnitLevel;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.time.Validity;
import tonghop.domain.time.WorkingDays;
import tonghop.domain.unit.Unit;

class CatalogueTest {

    private static final Path TEMPLATES = Path.of("..", "..", "templates");

    @TempDir
    private Path folder;

    @Test
    void reads_the_templates_of_the_repository_without_a_complaint() {
        assertThatCode(() -> Catalogue.read(TEMPLATES)).doesNotThrowAnyException();
    }

    @Test
    void finds_every_blank_workbook_of_the_repository() {
        Catalogue catalogue = Catalogue.read(TEMPLATES);
        assertThat(catalogue.definitions().forms())
                .isNotEmpty()
                .allSatisfy(form -> assertThat(catalogue.blank(form)).isNotEmptyFile());
    }

    @Test
    void knows_every_form_that_is_owed_for_the_year_2023() {
        Definitions definitions = Catalogue.read(TEMPLATES).definitions();
        Period year = definitions.calendar().find("2023").orElseThrow();
        Unit district = definitions.unitsOf(year).get("660");
        assertThat(definitions.forms())
                .filteredOn(form -> form.isOwedBy(district, year))
                .extracting(Form::id)
                .contains("01/TCD", "01/XLD", "01/KQGQ", "03/KQGQ", "II.06", "04/NTM");
    }

    @Test
    void reads_a_form_as_it_is_written() {
        Form form = form("01/TCD");
        assertThat(form.title()).isEqualTo("KẾT QUẢ TIẾP CÔNG DÂN");
        assertThat(form.issuedBy()).isEqualTo("Thông tư 02/2021/TT-TTCP");
        assertThat(form.validity()).isEqualTo(new Validity(LocalDate.parse("2021-05-10"), null));
        assertThat(form.rows()).isEqualTo(Form.Rows.UNITS);
        assertThat(form.columns()).extracting(Form.Column::no).containsExactly(1, 2, 3);
        assertThat(form.rules()).extracting(Object::toString).containsExactly("1 = 2 + 3", "2 <= 1");
        assertThat(form.rules()).extracting(rule -> rule.severity()).containsExactly(Severity.ERROR, Severity.WARNING);
        assertThat(form.derived()).extracting(sum -> sum.sum().toString()).containsExactly("2 + 3");
        assertThat(form.owed())
                .containsExactly(new Form.Obligation(
                        UnitLevel.DISTRICT,
                        new Validity(null, LocalDate.parse("2025-06-30")),
                        Set.of(PeriodType.QUARTER, PeriodType.YEAR)));
    }

    @Test
    void reads_a_list_as_it_is_written() {
        Form form = form("02/DVK");
        assertThat(form.rows()).isEqualTo(Form.Rows.LIST);
        assertThat(form.standsFor()).containsExactly("01/TCD");
        assertThat(form.columns().get(1).values()).containsExactly("đăng ký", "có hiệu quả");
        Measure models = form.measures().values().iterator().next();
        assertThat(form.counts()).containsExactly(new Form.ItemCount(models, "state", Set.of("có hiệu quả")));
        assertThat(models.nature()).isEqualTo(Nature.CLOSING_STOCK);
    }

    @Test
    void lets_nature_decide_how_a_measure_adds_up_unless_the_form_says_otherwise() {
        SmallCatalogue.in(folder)
                .with("forms/01-TCD.yaml", "nature: flow}", "nature: money}")
                .with("forms/01-TCD.yaml", "nature: flow}", "nature: closing-stock, over-units: none, over-time: none}")
                .with("forms/01-TCD.yaml", "  - 1 = 2 + 3\n", "");
        assertThat(form("01/TCD").measures().values())
                .extracting(Measure::addsOverUnits, Measure::overTime, Measure::decimals)
                .startsWith(
                        tuple(true, Nature.OverTime.SUM, 2),
                        tuple(false, Nature.OverTime.NONE, 0),
                        tuple(true, Nature.OverTime.SUM, 0));
    }

    @Test
    void reads_indicators_as_they_are_written() {
        assertThat(read().definitions().indicators())
                .containsExactly(
                        new Indicator(
                                "regular-share",
                                "Tỷ lệ tiếp thường xuyên",
                                List.of("regular-visits"),
                                List.of("visits"),
                                2,
                                false),
                        new Indicator("stated-rate", "Tỷ lệ chỉ nêu", List.of(), List.of(), 1, true));
    }

    @Test
    void reads_words_terms_and_other_days() {
        Definitions definitions = read().definitions();
        assertThat(definitions.words().totals()).containsExactlyInAnyOrder("tổng số", "cộng");
        assertThat(definitions.words().groups()).containsExactly("ubnd cấp xã");
        assertThat(definitions.words().aliases()).containsEntry("Huyện Thang Binh", "513");
        assertThat(definitions.calendar().terms()).extracting(Period::code).containsExactly("2015-2020");
        assertThat(definitions.calendar().find("2020-Q1"))
                .get()
                .extracting(Period::to)
                .isEqualTo(LocalDate.parse("2020-02-29"));
    }

    @Test
    void puts_a_form_that_stands_for_others_behind_them() {
        assertThat(read().definitions().forms()).extracting(Form::id).containsExactly("01/TCD", "02/DVK");
    }

    @Test
    void finds_the_blank_workbook_beside_the_definition() {
        assertThat(read().blank(form("01/TCD"))).isEqualTo(folder.resolve("forms/01-TCD.xlsx"));
    }

    @Test
    void chooses_the_version_of_a_form_that_is_for_the_period() {
        String old = SmallCatalogue.FORM
                .replace("valid: {from: 2021-05-10}", "valid: {to: 2021-05-09}")
                .replace("02/2021", "03/2013");
        Definitions definitions = SmallCatalogue.in(folder)
                .with("forms/01-TCD-2013.yaml", old)
                .read()
                .definitions();
        assertThat(issuerOf("2020", definitions)).isEqualTo("Thông tư 03/2013/TT-TTCP");
        assertThat(issuerOf("2021", definitions)).isEqualTo("Thông tư 02/2021/TT-TTCP");
    }

    @ParameterizedTest
    @CsvSource({"forms/01-TCD.yaml, lượt, đợt", "forms/01-TCD.xlsx, '', x", "forms/02-DVK.yaml, Mô hình, Các mô hình"})
    @CsvSource({"indicators/reception.yaml, lower, higher", "units/units.csv, Hà Lam, Hà Làm"})
    @CsvSource({"units/words.yaml, cộng, cộng chung", "calendar.yaml, 14, 15"})
    void has_another_digest_when_any_file_changes(String file, String old, String text) {
        String before = read().digest();
        new SmallCatalogue(folder).with(file, old, text);
        assertThat(Catalogue.read(folder).digest()).isNotEqualTo(before);
    }

    @Test
    void has_another_digest_when_a_file_is_renamed_or_added() {
        String before = read().digest();
        SmallCatalogue catalogue = SmallCatalogue.in(folder).with("reports/layout.yaml", "");
        assertThat(catalogue.read().digest()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"forms/01-TCD.yaml, forms", "indicators/reception.yaml, indicators", "units/words.yaml, units"})
    @CsvSource({"calendar.yaml, calendar", "rules.yaml, rules", "reports/bao-cao.docx, reports"})
    void tells_which_part_has_changed(String file, String part) {
        SmallCatalogue catalogue =
                SmallCatalogue.in(folder).with("rules.yaml", "rules: []").with("reports/bao-cao.docx", "layout");
        Map<String, String> before = catalogue.read().parts();
        String other = file.endsWith(".yaml") ? "# changed\n" : "changed ";
        Map<String, String> after = catalogue.with(file, "", other).read().parts();
        assertThat(after.entrySet())
                .filteredOn(one -> !before.entrySet().contains(one))
                .extracting(Map.Entry::getKey)
                .containsExactly(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports/~$o-cao.docx", "reports/.~lock.tong-hop.xlsx#", "reports/bao-cao.docx~"})
    @ValueSource(strings = {"forms/._01-TCD.yaml", "forms/~$01-TCD.xlsx", "calendar.yaml~", ".git/HEAD"})
    void does_not_care_for_what_programs_lay_beside_a_file(String file) {
        Catalogue before = read();
        Catalogue after =
                new SmallCatalogue(folder).with(file, "not of the catalogue").read();
        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(after.parts()).isEqualTo(before.parts());
        assertThat(after.definitions().forms())
                .hasSameSizeAs(before.definitions().forms());
    }

    @Test
    void has_the_same_digest_for_the_same_files(@TempDir Path elsewhere) {
        assertThat(read().digest())
                .matches("[0-9a-f]{64}")
                .isEqualTo(SmallCatalogue.in(elsewhere).read().digest());
    }

    @Test
    void reads_deadlines_and_holidays() {
        ReportingCalendar calendar = read().definitions().calendar();
        Period quarter = calendar.find("2024-Q1").orElseThrow();
        assertThat(calendar.deadlines().lastDay(UnitLevel.DISTRICT, quarter)).contains(LocalDate.of(2024, 3, 18));
        assertThat(calendar.deadlines().lastDay(UnitLevel.PROVINCE, quarter)).contains(LocalDate.of(2024, 3, 25));
        assertThat(calendar.deadlines().lastDay(UnitLevel.COMMUNE, quarter)).isEmpty();
        WorkingDays days = calendar.deadlines().days();
        assertThat(days.after(LocalDate.of(2024, 2, 7), 1)).isEqualTo("2024-02-15");
        assertThat(days.after(LocalDate.of(2024, 4, 29), 2)).isEqualTo("2024-05-03");
        assertThat(days.isWorkingDay(LocalDate.of(2024, 5, 4))).isTrue();
    }

    @Test
    void cannot_be_read_without_its_calendar() throws IOException {
        SmallCatalogue catalogue = SmallCatalogue.in(folder);
        Files.delete(folder.resolve("calendar.yaml"));
        assertThatThrownBy(catalogue::read).isInstanceOfAny(UncheckedIOException.class, CatalogueException.class);
    }

    @Test
    void says_that_there_is_no_such_folder() {
        assertThatThrownBy(() -> Catalogue.read(folder.resolve("nowhere")))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("there is no such folder");
    }

    private Catalogue read() {
        if (!Files.exists(folder.resolve("calendar.yaml"))) {
            SmallCatalogue.in(folder);
        }
        return Catalogue.read(folder);
    }

    private Form form(String id) {
        return read().definitions().forms().stream()
                .filter(form -> form.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String issuerOf(String period, Definitions definitions) {
        Period of = definitions.calendar().find(period).orElseThrow();
        return definitions.form("01/TCD", of).orElseThrow().issuedBy();
    }
}
