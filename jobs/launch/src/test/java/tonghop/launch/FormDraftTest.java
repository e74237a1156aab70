package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tonghop.catalogue.Catalogue;
import tonghop.catalogue.FormDraftYaml;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormDraft;
import tonghop.domain.form.FormRule;
import tonghop.ingest.draft.FormDraftReader;

/** Drafts of definitions, from official forms as they were published and from the blanks of the catalogue. */
class FormDraftTest {

    private static final List<String> MISPRINTED = List.of("TT2024_XLD02_TT2024.xlsx", "TT2024_XLD04_TT2024.xlsx");

    @TempDir
    private Path folder;

    static Stream<OfficialForm> cleanForms() throws IOException {
        return OfficialForm.all().stream().filter(form -> !MISPRINTED.contains(form.file()));
    }

    static Stream<Form> formsOfTheCatalogue() {
        return Catalogue.read(Tonghop.ROOT.resolve("templates")).definitions().forms().stream();
    }

    @ParameterizedTest
    @MethodSource("cleanForms")
    void reads_every_column_and_formula_of_an_official_form_and_doubts_none(OfficialForm form) throws Exception {
        FormDraft draft = draft(form);

        assertThat(draft.doubts()).isEmpty();
        assertThat(draft.doubtfulRules()).isEmpty();
        assertThat(draft.title()).isEqualTo(form.title());
        assertThat(draft.rules())
                .isEqualTo(form.columns().stream()
                        .filter(column -> column.mark().contains("="))
                        .flatMap(column -> FormRule.parse(column.mark(), Severity.ERROR).stream())
                        .toList());
        List<OfficialForm.Column> figures = form.columns().stream()
                .filter(column -> !column.path().contains("Ghi chú"))
                .toList();
        assertThat(draft.columns())
                .extracting(FormDraft.Column::path)
                .isEqualTo(figures.stream().map(OfficialForm.Column::path).toList());
    }

    @Test
    void points_at_formulas_that_slipped_into_other_columns() throws Exception {
        FormDraft draft = draft(official("TT2024_XLD02_TT2024.xlsx"));

        assertThat(draft.doubts())
                .extracting(Finding::code, finding -> finding.place().cell(), Finding::value)
                .containsExactlyInAnyOrder(
                        tuple(FindingCode.BLANK_NUMBER_TWICE, "Y6", "26"),
                        tuple(FindingCode.BLANK_FORMULA_OF_A_PART, "U6", "20 = 21 + 22"),
                        tuple(FindingCode.BLANK_FORMULA_OF_A_PART, "X6", "23 = 24 + 25"),
                        tuple(FindingCode.BLANK_FORMULA_NO_COLUMN, "Y6", "26 = 27+28+29"));
        assertThat(draft.rules())
                .extracting(FormRule::toString)
                .containsExactly("1 = 2 + 3", "4 = 5 + 6", "9 = 10 + 11 + 12");
        assertThat(draft.doubtfulRules()).containsExactly("20 = 21 + 22", "23 = 24 + 25", "26 = 27 + 28 + 29");
        assertThat(draft.columns())
                .extracting(FormDraft.Column::no)
                .doesNotHaveDuplicates()
                .hasSize(26);
    }

    @Test
    void points_at_a_part_that_is_added_where_its_sum_fits() throws Exception {
        FormDraft draft = draft(official("TT2024_XLD04_TT2024.xlsx"));

        assertThat(draft.doubts())
                .extracting(Finding::code, finding -> finding.place().cell(), Finding::value, Finding::expected)
                .containsExactly(tuple(FindingCode.BLANK_FORMULA_PARTS, "I6", "8 = 15 + 18", "8 = 15 + 16"));
        assertThat(draft.rules())
                .extracting(FormRule::toString)
                .contains("8 = 9 + 10 + 11 + 12", "8 = 13 + 14", "16 = 17 + 18")
                .doesNotContain("8 = 15 + 18");
    }

    @ParameterizedTest
    @MethodSource("formsOfTheCatalogue")
    void doubts_nothing_in_the_catalogue_and_finds_its_columns_and_printed_rules(Form form) throws Exception {
        FormDraft draft = FormDraftReader.read(
                        Tonghop.ROOT.resolve("templates/forms").resolve(form.blank()))
                .orElseThrow();

        assertThat(draft.doubts()).isEmpty();
        assertThat(draft.id()).isEqualTo(form.id());
        assertThat(draft.title()).isEqualTo(form.title());
        assertThat(draft.rows()).isEqualTo(form.rows());
        assertThat(draft.columns())
                .extracting(FormDraft.Column::no)
                .isEqualTo(form.columns().stream().map(Form.Column::no).toList());
        assertThat(form.rules())
                .extracting(FormRule::toString)
                .containsAll(draft.rules().stream().map(FormRule::toString).toList());
    }

    @Test
    void names_what_is_misprinted_in_other_ways() throws Exception {
        OfficialForm form = new OfficialForm(
                "ABC01.xlsx",
                "TỔNG HỢP KẾT QUẢ",
                List.of(
                        column("1=1+2", "Tổng số đơn"),
                        column("2", "Đơn", "Trong kỳ"),
                        column("3=2+9", "Đơn", "Tổng số"),
                        column("5", "Vụ việc", "Số vụ việc"),
                        column("6=(2", "Vụ việc", "Tổng số"),
                        column("7", "Đơn", "Trong kỳ")));

        assertThat(draft(form).doubts())
                .extracting(Finding::code, finding -> finding.place().cell())
                .containsExactlyInAnyOrder(
                        tuple(FindingCode.BLANK_FORMULA_OF_ITSELF, "B5"),
                        tuple(FindingCode.BLANK_FORMULA_NO_COLUMN, "D5"),
                        tuple(FindingCode.BLANK_NUMBER_SKIPPED, "E5"),
                        tuple(FindingCode.BLANK_FORMULA_UNREADABLE, "F5"),
                        tuple(FindingCode.BLANK_LABEL_TWICE, "G5"));
    }

    private static OfficialForm.Column column(String mark, String... path) {
        return new OfficialForm.Column(mark, List.of(path));
    }

    @Test
    void writes_definitions_that_the_catalogue_reads() throws Exception {
        for (boolean isOf2024 : new boolean[] {false, true}) {
            Path templates = Files.createDirectories(folder.resolve("templates-" + isOf2024));
            copyAllButForms(templates);
            int forms = 0;
            for (OfficialForm form : OfficialForm.all()) {
                if (form.isOf2024() == isOf2024) {
                    FormDraft draft = FormDraftReader.read(form.draw(templates.resolve("forms")))
                            .orElseThrow();
                    Files.writeString(
                            templates.resolve("forms").resolve(form.file().replace(".xlsx", ".yaml")),
                            FormDraftYaml.of(draft));
                    forms++;
                }
            }

            List<Form> read = Catalogue.read(templates).definitions().forms();

            assertThat(read).hasSize(forms).allMatch(form -> form.id().matches("\\d\\d/(TCD|XLD|KQGQ)"));
            assertThat(read)
                    .filteredOn(form -> form.id().equals("03/XLD"))
                    .allSatisfy(form -> assertThat(form.rules()).hasSizeGreaterThan(5));
        }
    }

    @Test
    void is_asked_for_on_the_command_line() throws Exception {
        Path blank = official("TT2024_XLD04_TT2024.xlsx").draw(folder);
        Path yaml = folder.resolve("04-XLD.yaml");
        StringWriter said = new StringWriter();

        int code = Application.execute(
                new String[] {"forms", "import", blank.toString(), "--out", yaml.toString()},
                Tonghop.withoutDatabase(folder.resolve("reports")),
                new PrintWriter(said, true));

        assertThat(code).as(said.toString()).isZero();
        assertThat(said.toString()).contains("I6: ", "'8 = 15 + 18'", "có thể phải là '8 = 15 + 16'");
        assertThat(Files.readString(yaml))
                .contains("form: \"04/XLD\"", "measure: xld-04.01", "  - 8 = 13 + 14\n", "  # - 8 = 15 + 18\n");
    }

    @Test
    void needs_a_row_of_column_numbers() throws Exception {
        Path blank = folder.resolve("letter.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(blank)) {
            workbook.createSheet("Sheet1").createRow(0).createCell(0).setCellValue("Kính gửi: UBND tỉnh");
            workbook.write(out);
        }
        StringWriter said = new StringWriter();

        int code = Application.execute(
                new String[] {"forms", "import", blank.toString()},
                Tonghop.WITHOUT_DATABASE,
                new PrintWriter(said, true));

        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains("letter.xlsx", "dòng số thứ tự cột");
    }

    @Test
    void needs_a_workbook() throws Exception {
        Path scan = Files.writeString(folder.resolve("scan.pdf"), "%PDF-1.4");
        StringWriter said = new StringWriter();

        int code = Application.execute(
                new String[] {"forms", "import", scan.toString()},
                Tonghop.WITHOUT_DATABASE,
                new PrintWriter(said, true));

        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains("scan.pdf không phải bảng tính");
    }

    private FormDraft draft(OfficialForm form) throws IOException {
        return FormDraftReader.read(form.draw(folder)).orElseThrow();
    }

    private static OfficialForm official(String file) throws IOException {
        return OfficialForm.all().stream()
                .filter(form -> form.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static void copyAllButForms(Path to) throws IOException {
        Files.createDirectories(to.resolve("forms"));
        Files.createDirectories(to.resolve("indicators"));
        Files.createDirectories(to.resolve("units"));
        for (String file : List.of("calendar.yaml", "units/units.csv", "units/words.yaml")) {
            Files.copy(Tonghop.ROOT.resolve("templates").resolve(file), to.resolve(file));
        }
    }
}
