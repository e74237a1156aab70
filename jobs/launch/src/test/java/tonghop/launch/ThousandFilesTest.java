package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One night's folder, as bad as it gets, within the memory that the launcher would never go below. */
@Tag("thorough")
class ThousandFilesTest {

    private static final Set<String> STATES =
            Set.of("accepted", "accepted-with-warnings", "rejected", "unchanged", "superseded", "unrecognised");

    @TempDir
    private Path folder;

    @Test
    void every_file_is_in_one_state_and_none_stops_the_others() throws Exception {
        Tonghop tonghop = Tonghop.in(folder);
        Set<String> names = ThousandFiles.in(tonghop.inbox());
        assertThat(names).hasSize(1000);

        assertThat(tonghop.runInProcessOfItsOwn("-Xmx512m")).isEqualTo(1);

        JsonNode files = tonghop.runFile().path("files");
        Set<String> told = new TreeSet<>();
        TreeMap<String, Integer> states = new TreeMap<>();
        for (JsonNode file : files) {
            String name = file.path("file").asString();
            String state = file.path("state").asString();
            assertThat(told.add(name)).as(name).isTrue();
            assertThat(STATES).as(name).contains(state);
            states.merge(state, 1, Integer::sum);
            if (List.of("rejected", "unrecognised").contains(state)) {
                assertThat(file.path("findings"))
                        .as(name + " is told why")
                        .anyMatch(finding -> finding.path("severity").asString().equals("error")
                                && finding.path("file").asString().equals(name));
            }
            file.path("submissions").forEach(sheet -> assertThatLedgerAddsUp(name, sheet.path("cells")));
        }
        assertThat(told).isEqualTo(names);
        // Of two versions of one night neither replaces the other: both are held.
        assertThat(states.keySet())
                .as(states.toString())
                .containsExactlyInAnyOrderElementsOf(STATES.stream()
                        .filter(state -> !state.equals("superseded"))
                        .toList());

        Map<String, byte[]> written = Tonghop.bytes(tonghop.out());
        assertThat(tonghop.run().code()).isEqualTo(1);
        assertThat(Tonghop.bytes(tonghop.out()).keySet()).isEqualTo(written.keySet());
    }

    private static void assertThatLedgerAddsUp(String name, JsonNode cells) {
        int sum = cells.path("observations").asInt()
                + cells.path("blank").asInt()
                + cells.path("controls").asInt()
                + cells.path("notes").asInt()
                + cells.path("rejected").asInt();
        assertThat(cells.path("read").asInt()).as(name).isEqualTo(sum);
    }
}
