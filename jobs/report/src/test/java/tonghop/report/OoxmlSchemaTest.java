package tonghop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.catalogue.Catalogue;
import tonghop.domain.form.Form;
import tonghop.report.blank.BlankWorkbook;

/** What ships, and the blanks to fill in; the tests of the other files look at each of theirs. */
class OoxmlSchemaTest {

    private static final Catalogue CATALOGUE = Catalogue.read(Path.of("../../templates"));

    @ParameterizedTest
    @ValueSource(strings = {"../../templates", "../../input-samples"})
    void every_workbook_and_document_that_ships_is_valid(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            List<Path> documents = files.filter(file -> file.toString().matches(".*\\.(xlsx|xlsm|docx)"))
                    .sorted()
                    .toList();
            assertThat(documents).isNotEmpty();
            for (Path document : documents) {
                assertThat(OoxmlSchema.problems(document))
                        .as(document.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_blank_to_fill_in_is_valid(Form form) throws IOException {
        assertThat(OoxmlSchema.problems(toFillIn(form, CATALOGUE.blank(form)))).isEmpty();
    }

    @Test
    void a_blank_whose_texts_stand_in_their_cells_is_filled_in_the_same(@TempDir Path folder) throws IOException {
        Form form = forms().get(0);
        Path blank = Files.copy(CATALOGUE.blank(form), folder.resolve("blank.xlsx"));
        List<String> texts = texts(form, blank);
        InlineStrings.putInto(blank);
        assertThat(texts(form, blank)).isEqualTo(texts);
    }

    private static List<String> texts(Form form, Path blank) throws IOException {
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(toFillIn(form, blank)))) {
            workbook.forEach(sheet ->
                    sheet.forEach(row -> row.forEach(cell -> texts.add(cell.getAddress() + " " + cell))));
        }
        return texts;
    }

    private static byte[] toFillIn(Form form, Path blank) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BlankWorkbook.write(
                out,
                new BlankWorkbook.Request(form, blank, CATALOGUE.definitions(), null, null, LocalDate.of(2024, 6, 30)),
                Instant.EPOCH);
        return out.toByteArray();
    }

    @Test
    void a_part_that_is_not_valid_is_named() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/styles.xml"));
            zip.write(
                    ("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs><xf/></cellXfs>"
                                    + "<fonts><font/></fonts></styleSheet>")
                            .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(OoxmlSchema.problems(out.toByteArray()))
                .singleElement()
                .asString()
                .startsWith("xl/styles.xml: ")
                .contains("fonts");
    }

    static List<Form> forms() {
        return CATALOGUE.definitions().forms();
    }
}
