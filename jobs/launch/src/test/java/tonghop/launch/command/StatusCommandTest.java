package tonghop.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.launch.Tonghop;
import tools.jackson.databind.JsonNode;

/** Who has sent what, and who is late. */
class StatusCommandTest {

    private static final Path SAMPLES = Tonghop.ROOT.resolve("input-samples/dak-nong/2023");

    @TempDir
    private Path folder;

    @Test
    void tells_who_was_late_who_owes_what_and_how_long_overdue() throws Exception {
        Tonghop tonghop = Tonghop.in(folder).withTemplates(withDeadlinesFrom2023());
        assertThat(tonghop.command("status").printed()).contains("Nothing is stored yet");
        tonghop.send("input-samples/dak-nong/2023", "660.xlsx");
        // The last day for districts is Monday, 18 December.
        tonghop.run("--now", "2023-12-18T23:59:00+07:00");
        tonghop.send("input-samples/dak-nong/2023", "661.xlsx");
        tonghop.send(
                SAMPLES.resolve("660.xlsx"),
                "660.xlsx",
                workbook -> workbook.getSheetAt(0).getRow(14).getCell(4).setCellValue(65));
        tonghop.run("--now", "2023-12-19T00:00:00+07:00");
        JsonNode report = tonghop.report("67", "2023");
        int sentLate =
                Tonghop.unit(report, "661").path("completeness").path("late").asInt();
        assertThat(sentLate).isPositive();
        assertThat(report.path("completeness").path("late").asInt()).isEqualTo(sentLate);
        assertThat(Tonghop.unit(report, "660").path("completeness").path("late").asInt())
                .isZero();

        JsonNode status = tonghop.json("status", "--json", "--period", "2023", "--now", "2023-12-20T08:00:00+07:00");
        JsonNode period = status.path("periods").path(0);
        assertThat(period.path("state").asString()).isEqualTo("open");
        assertThat(period.path("deadlines").path("district").asString()).isEqualTo("2023-12-18");
        assertThat(period.path("completeness")).isEqualTo(report.path("completeness"));
        assertThat(unit(period, "662").path("days_overdue").asInt()).isEqualTo(2);
        assertThat(unit(period, "662").path("missing")).isNotEmpty();
        assertThat(unit(period, "661").path("late").size()).isEqualTo(sentLate);
        assertThat(tonghop.command("status", "--now", "2023-12-20T08:00:00+07:00")
                        .printed())
                .contains("đang mở / open", "cấp huyện 18/12/2023 (quá 2 ngày)", "2 ngày", "Năm 2023");
        assertThat(tonghop.json("status", "--json", "--unit", "660", "--period", "2023")
                        .path("periods")
                        .path(0)
                        .path("completeness")
                        .path("expected")
                        .asInt())
                .isLessThan(report.path("completeness").path("expected").asInt());
    }

    private Path withDeadlinesFrom2023() throws Exception {
        Path templates = folder.resolve("templates");
        Tonghop.copy(Tonghop.ROOT.resolve("templates"), templates);
        Path calendar = templates.resolve("calendar.yaml");
        Files.writeString(calendar, Files.readString(calendar).replace("from: 2024-01-01", "from: 2023-01-01"));
        return templates;
    }

    private static JsonNode unit(JsonNode period, String code) {
        for (JsonNode unit : period.path("units")) {
            if (unit.path("unit").path("code").asString().equals(code)) {
                return unit;
            }
        }
        throw new AssertionError("no unit " + code + " in " + period);
    }
}
