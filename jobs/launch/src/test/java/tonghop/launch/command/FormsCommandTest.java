package tonghop.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tonghop.catalogue.Catalogue;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.form.Form;
import tonghop.domain.form.ReadFile;
import tonghop.domain.form.Submission;
import tonghop.domain.form.TableRow;
import tonghop.ingest.FileReader;
import tonghop.ingest.table.Blanks;
import tonghop.launch.Application;
import tonghop.launch.Tonghop;
import tonghop.launch.console.Console;

/** Blank workbooks to fill in, asked for on the command line; there is no database here. */
class FormsCommandTest {

    private static final Map<String, String> ENVIRONMENT = Tonghop.WITHOUT_DATABASE;
    private static final Catalogue CATALOGUE = Catalogue.read(Tonghop.ROOT.resolve("templates"));

    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");

    @TempDir
    private Path folder;

    private final StringWriter people = new StringWriter();
    private final StringWriter machine = new StringWriter();

    private int forms(String... arguments) {
        CommandLine line = new CommandLine(new FormsCommand(new Console(new PrintWriter(people, true)), ENVIRONMENT));
        return line.setOut(new PrintWriter(machine, true)).execute(arguments);
    }

    private int fails(String... arguments) {
        List<String> all = new ArrayList<>(List.of("forms", "--out", folder.toString()));
        all.addAll(Arrays.asList(arguments));
        return Application.execute(all.toArray(new String[0]), ENVIRONMENT, new PrintWriter(people, true));
    }

    private static Stream<Path> written(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void write_what_the_unit_owes_and_print_the_paths() throws Exception {
        int code = forms("--unit", "660", "--period", "2023", "--out", folder.toString());

        assertThat(code).isZero();
        assertThat(written(folder).map(file -> file.getFileName().toString()))
                .containsExactly(
                        "660_01-DVK_2023.xlsx",
                        "660_01-KQGQ_2023.xlsx",
                        "660_01-TCD_2023.xlsx",
                        "660_01-XLD_2023.xlsx",
                        "660_03-KNCT_2023.xlsx",
                        "660_03-KQGQ_2023.xlsx",
                        "660_04-NTM_2023.xlsx",
                        "660_II.06_2023.xlsx");
        assertThat(machine.toString().lines())
                .containsExactlyElementsOf(written(folder).map(Path::toString).toList());
        assertThat(people.toString()).contains("Đã ghi 8 biểu trắng");
    }

    @Test
    void write_every_form_in_force_where_no_unit_is_given() throws Exception {
        assertThat(forms("--out", folder.toString(), "--now", "2024-01-05T01:30:00+07:00"))
                .isZero();

        assertThat(written(folder)).hasSize((int) CATALOGUE.definitions().forms().stream()
                .filter(form -> form.validity().holdsOn(LocalDate.of(2024, 1, 5)))
                .count());
    }

    /** The version follows the period reported: 26 columns for 2023, 22 since March 2024. */
    @Test
    void are_of_the_version_that_the_period_asks_for() throws Exception {
        for (String period : List.of("2023", "2024-Q1", "2024")) {
            forms("--form", "01/XLD", "--unit", "660", "--period", period, "--out", folder.toString());
            Path file = folder.resolve("660_01-XLD_%s.xlsx".formatted(period));
            Submission read = new FileReader(CATALOGUE.definitions(), Blanks.of(CATALOGUE::blank))
                    .read(file, "bieu.xlsx", "")
                    .submissions()
                    .get(0);
            assertThat(read.period().code()).isEqualTo(period);
            assertThat(read.form().columns()).hasSize(period.equals("2023") ? 26 : 22);
        }
    }

    @Test
    void are_the_same_bytes_every_time() throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        for (Path out : List.of(first, second)) {
            forms("--form", "01/TCD", "--form", "02/DVK", "--unit", "660", "--period", "2023", "--out", out.toString());
        }

        assertThat(Tonghop.bytes(first)).hasSize(2).usingRecursiveComparison().isEqualTo(Tonghop.bytes(second));
    }

    @Test
    void are_recognised_as_they_are_and_have_nothing_to_complain_of() throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("--unit", "67", "--period", "2023", "--out", folder.toString()));
        List<Form> inForce = CATALOGUE.definitions().forms().stream()
                .filter(form -> form.validity().holdsOn(LocalDate.of(2023, 12, 14)))
                .toList();
        inForce.forEach(form -> arguments.addAll(List.of("--form", form.id())));
        forms(arguments.toArray(new String[0]));

        assertThat(written(folder)).hasSameSizeAs(inForce);
        for (Path file : written(folder).toList()) {
            ReadFile read =
                    new FileReader(CATALOGUE.definitions(), Blanks.of(CATALOGUE::blank)).read(file, "bieu.xlsx", "");
            assertThat(read.submissions()).as(file.toString()).hasSize(1);
            Submission submission = read.submissions().get(0);
            assertThat(file.getFileName())
                    .hasToString("67_%s_2023.xlsx".formatted(submission.form().fileName()));
            assertThat(submission.unit()).isEqualTo("67");
            assertThat(submission.period().code()).isEqualTo("2023");
            boolean isList = submission.form().rows() == Form.Rows.LIST;
            assertThat(read.findings())
                    .extracting(Finding::code)
                    .isEqualTo(isList ? List.of(FindingCode.NO_ROWS) : List.of());
            assertThat(submission.rows()).allMatch(row -> row.entries().isEmpty());
        }
    }

    @Test
    void have_formulas_that_every_spreadsheet_program_takes() throws Exception {
        forms("--form", "01/DVCQ", "--form", "01/TCD", "--unit", "67", "--period", "2023", "--out", folder.toString());

        for (Path file : written(folder).toList()) {
            try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
                List<String> formulas = new ArrayList<>();
                for (Sheet sheet : workbook) {
                    for (Row row : sheet) {
                        for (Cell cell : row) {
                            if (cell.getCellType() == CellType.FORMULA) {
                                formulas.add(cell.getCellFormula());
                            }
                        }
                    }
                }
                assertThat(formulas).hasSizeGreaterThan(500).allMatch(formula -> formula.length() < 8192);
                assertThat(formulas.stream()
                                .flatMap(formula -> STRING.matcher(formula).results()))
                        .allMatch(text -> text.group().length() <= 255 + 2);
                assertThat(workbook.getSheetAt(0).getDataValidations())
                        .allMatch(cells -> cells.getPromptBoxTitle().length() <= 32)
                        .allMatch(cells -> cells.getPromptBoxText().length() <= 255)
                        .allMatch(cells -> cells.getErrorBoxText().length() <= 255);
            }
        }
    }

    @Test
    void have_a_row_for_the_unit_itself_and_for_each_below_it() throws Exception {
        forms("--form", "01/TCD", "--unit", "67", "--period", "2023", "--out", folder.toString());

        ReadFile read = new FileReader(CATALOGUE.definitions(), Blanks.of(CATALOGUE::blank))
                .read(folder.resolve("67_01-TCD_2023.xlsx"), "bieu.xlsx", "");

        assertThat(read.submissions().get(0).rows())
                .extracting(TableRow::kind)
                .startsWith(TableRow.Kind.SENDER, TableRow.Kind.UNIT)
                .endsWith(TableRow.Kind.UNIT)
                .hasSize(1 + 8);
    }

    @Test
    void are_locked_but_for_the_cells_to_fill_in() throws Exception {
        forms("--form", "01/DVK", "--unit", "660", "--period", "2023", "--out", folder.toString());

        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(folder.resolve("660_01-DVK_2023.xlsx")))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getProtect()).isTrue();
            assertThat(workbook.isSheetVeryHidden(1)).isTrue();
            List<String> open = new ArrayList<>();
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (!cell.getCellStyle().getLocked()) {
                        open.add(cell.getAddress().formatAsString());
                    }
                }
            }
            // Seven columns of figures and the remarks, in the unit's row and in five for offices, whose names are
            // open too; the remark beside the total; the day of signing.
            List<String> expected = new ArrayList<>();
            int first = 13;
            int units = 1
                    + CATALOGUE
                            .definitions()
                            .unitsOf(CATALOGUE
                                    .definitions()
                                    .calendar()
                                    .find("2023")
                                    .orElseThrow())
                            .childrenOf("660")
                            .size();
            for (int row = first; row < first + units + 5; row++) {
                for (String column : row < first + units ? "CDEFGHIJ".split("") : "BCDEFGHIJ".split("")) {
                    expected.add(column + row);
                }
            }
            expected.add("J" + (first + units + 5));
            expected.add("G" + (first + units + 10));
            assertThat(open).containsExactlyElementsOf(expected);
            assertThat(sheet.getDataValidations())
                    .hasSize(7)
                    .allMatch(validation ->
                            validation.getErrorBoxText().matches("Cột \\d phải là số nguyên không âm \\(.*\\)\\."));
        }
    }

    @Test
    void have_words_to_choose_from_in_a_list() throws Exception {
        forms("--form", "02/DVK", "--unit", "67", "--period", "2023", "--out", folder.toString());

        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(folder.resolve("67_02-DVK_2023.xlsx")))) {
            assertThat(workbook.getSheetAt(0).getDataValidations())
                    .extracting(
                            validation -> validation.getValidationConstraint().getFormula1())
                    .hasSize(5)
                    .allMatch(list -> list.startsWith("kiemtra!$"));
            List<String> words = new ArrayList<>();
            workbook.getSheet("kiemtra").getRow(0).forEach(cell -> words.add(cell.toString()));
            assertThat(words).contains("kinh tế", "xã", "đăng ký", "tập thể", "Tỉnh Đắk Nông");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --form | 01/TDC  | có phải '01/TCD'
            --form | 01-TCX  | có phải '01/TCD'
            --unit | 6600    | có phải '660'
            --unit | 660     | không tồn tại ngày 2025-12-31
            --period | 2023-Q5 | Không có kỳ '2023-Q5'; ví dụ: 2023, 2023-H1
            """)
    void suggest_the_right_word_for_a_wrong_one(String option, String word, String suggestion) {
        assertThat(fails(option, word, "--now", "2025-12-31T00:00:00+07:00")).isEqualTo(2);
        assertThat(people.toString()).contains(suggestion);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void need_a_folder_even_where_one_for_reports_is_set() {
        int code = Application.execute(
                new String[] {"forms"}, Tonghop.withoutDatabase(folder), new PrintWriter(people, true));

        assertThat(code).isEqualTo(2);
        assertThat(people.toString()).contains("Thiếu --out");
        assertThat(folder).isEmptyDirectory();
    }
}
