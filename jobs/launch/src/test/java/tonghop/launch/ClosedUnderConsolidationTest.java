package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The consolidated form of a province is a valid input for the level above, with the same totals. */
class ClosedUnderConsolidationTest {

    @TempDir
    private Path folder;

    @Test
    void the_form_of_a_province_alone_gives_the_country_the_same_totals() throws Exception {
        Tonghop province = Tonghop.over(Tonghop.ROOT.resolve("input-samples/dak-nong"), folder.resolve("province"));
        assertThat(province.run().code()).isZero();

        Tonghop country = Tonghop.in(folder.resolve("country"));
        Files.copy(
                province.out().resolve("67/2023/bieu/01-TCD.xlsx"),
                country.inbox().resolve("01-TCD.xlsx"));
        Tonghop.Ended ended = country.run("--unit", "VN");
        assertThat(ended.code()).as(ended.said()).isZero();

        JsonNode ofProvince = province.report("67", "2023");
        JsonNode ofCountry = country.report("VN", "2023");
        for (String measure : List.of(
                "reception.visits",
                "reception.people",
                "reception.leader-visits",
                "reception.leader-people",
                "reception.regular-visits")) {
            assertThat(Tonghop.figure(ofCountry, "VN", measure).path("value").decimalValue())
                    .as(measure)
                    .isEqualByComparingTo(Tonghop.figure(ofProvince, "67", measure)
                            .path("value")
                            .decimalValue());
        }
        assertThat(Tonghop.figure(ofCountry, "660", "reception.visits").path("value"))
                .isEqualTo(Tonghop.figure(ofProvince, "660", "reception.visits").path("value"));
    }
}
