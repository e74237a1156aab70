package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tonghop.domain.finding.FindingCode;

class RulesPageTest {

    private static final Path PAGE = Tonghop.ROOT.resolve("docs/rules.md");

    private final RulesPage page = new RulesPage();

    /** With {@code -Dtonghop.write=true} the page is written first. */
    @Test
    void says_what_the_program_checks() throws IOException {
        if (Boolean.getBoolean("tonghop.write")) {
            Files.writeString(PAGE, page.text());
        }
        assertThat(page.text().lines()).containsExactlyElementsOf(Files.readAllLines(PAGE));
    }

    @Test
    void speaks_of_every_finding_once() {
        Arrays.stream(FindingCode.values())
                .forEach(code -> assertThat(page.text()).containsOnlyOnce("\n### `%s` ·".formatted(code.code())));
    }

    @Test
    void is_made_of_texts_that_all_belong_to_a_finding() {
        Set<String> codes =
                Arrays.stream(FindingCode.values()).map(FindingCode::code).collect(Collectors.toSet());
        Set<String> withWhy =
                codes.stream().flatMap(code -> Stream.of(code, code + ".why")).collect(Collectors.toSet());
        assertThat(page.keys()).containsExactly(withWhy, withWhy, codes);
    }
}
