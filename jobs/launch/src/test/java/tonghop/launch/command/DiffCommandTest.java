package tonghop.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.launch.Tonghop;
import tools.jackson.databind.JsonNode;

/** Every difference between two runs has a cause, and the parts add up to it. */
class DiffCommandTest {

    private static final Path SAMPLES = Tonghop.ROOT.resolve("input-samples/dak-nong/2023");

    @TempDir
    private Path folder;

    @Test
    void splits_what_changed_into_its_causes() throws Exception {
        Tonghop tonghop = Tonghop.in(folder);
        tonghop.send("input-samples/dak-nong/2023", "660.xlsx", "661.xlsx", "67.xlsx");
        tonghop.run();
        tonghop.run();
        assertThat(tonghop.command("diff", "last", "last").printed()).contains("Nothing changed");
        assertThat(tonghop.command("diff", "last~1", "last").code()).isEqualTo(2);

        tonghop.send("input-samples/dak-nong/2023", "662.xlsx");
        tonghop.send(
                SAMPLES.resolve("660.xlsx"),
                "660.xlsx",
                workbook -> workbook.getSheetAt(0).getRow(14).getCell(4).setCellValue(65));
        tonghop.run();
        JsonNode first = diff(tonghop);
        assertThat(first.findValuesAsString("cause"))
                .contains("new", "correction")
                .doesNotContain("other");
        JsonNode visits = figure(first, "67", "reception.visits");
        assertThat(visits.path("causes").path("correction").decimalValue()).isEqualByComparingTo("10");
        assertThat(visits.path("causes").path("new").decimalValue()).isPositive();
        assertThat(tonghop.command("diff", "last~1", "last").printed())
                .contains("đính chính / correction", "báo cáo mới / new", "662.xlsx", "+10");

        tonghop.command("withdraw", "660.xlsx", "--reason", "gửi nhầm");
        tonghop.run();
        JsonNode second = diff(tonghop);
        assertThat(figure(second, "660", "reception.visits")
                        .path("causes")
                        .path("withdrawal")
                        .decimalValue())
                .isEqualByComparingTo("-10");
        assertThat(second.findValuesAsString("cause")).containsOnly("withdrawal");

        Path templates = folder.resolve("templates");
        Tonghop.copy(Tonghop.ROOT.resolve("templates"), templates);
        Path indicators = templates.resolve("indicators");
        try (var files = Files.list(indicators)) {
            Path file = files.sorted().findFirst().orElseThrow();
            Files.writeString(file, Files.readString(file) + "\n# khác\n");
        }
        Path rules = templates.resolve("rules.yaml");
        Files.writeString(rules, Files.readString(rules) + "\n# khác\n");
        tonghop.withTemplates(templates).run();
        assertThat(diff(tonghop).path("reports")).isEmpty();

        Path layouts = templates.resolve("reports");
        Files.copy(layouts.resolve("bao-cao.docx"), layouts.resolve("bao-cao-rieng.docx"));
        tonghop.run();
        JsonNode third = diff(tonghop).path("reports").path(0);
        assertThat(third.path("events").findValuesAsString("cause")).containsExactly("layout");
        assertThat(third.path("figures")).isEmpty();
        assertThat(tonghop.command("diff", "last~1", "last").printed()).contains("thay đổi mẫu báo cáo / layout");
    }

    private static JsonNode diff(Tonghop tonghop) {
        JsonNode diff = tonghop.json("diff", "last~1", "last", "--json");
        for (JsonNode report : diff.path("reports")) {
            for (JsonNode figure : report.path("figures")) {
                if (figure.path("kind").asString().equals("measure")) {
                    assertThat(sum(figure.path("causes")))
                            .as(figure.toString())
                            .isEqualByComparingTo(figure.path("difference").decimalValue());
                }
                for (String part : new String[] {"causes", "numerator", "denominator"}) {
                    assertThat(figure.path(part).has("other"))
                            .as(figure.toString())
                            .isFalse();
                }
            }
        }
        return diff;
    }

    private static BigDecimal sum(JsonNode causes) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode part : causes) {
            sum = sum.add(part.decimalValue());
        }
        return sum;
    }

    private static JsonNode figure(JsonNode diff, String unit, String id) {
        for (JsonNode figure : diff.path("reports").path(0).path("figures")) {
            if (figure.path("unit").asString().equals(unit)
                    && figure.path("id").asString().equals(id)) {
                return figure;
            }
        }
        throw new AssertionError("no change of %s of %s in %s".formatted(id, unit, diff));
    }
}
