package tonghop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schemas that other programs check our files by. */
class PublishedSchemasTest {

    private static final Path ROOT = Path.of("../..");

    @ParameterizedTest
    @MethodSource("schemas")
    void have_a_name_that_needs_no_place_to_be_resolved_against(Path schema) {
        URI name = URI.create(read(schema).path("$id").asString());
        assertThat(name.isAbsolute()).isTrue();
        assertThat(name.getFragment()).isNull();
        assertThat(name.getHost()).as("a host would have to be ours").isNull();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void refer_to_definitions_that_are_there(Path schema) {
        JsonNode read = read(schema);
        URI name = URI.create(read.path("$id").asString());
        for (JsonNode reference : read.findValues("$ref")) {
            String target = reference.asString();
            String pointer = target.startsWith("#") ? target.substring(1) : target.replace(name + "#", "");
            assertThat(read.at(pointer).isObject()).as(target).isTrue();
        }
    }

    @Test
    void have_names_of_their_own() throws IOException {
        Set<String> names = new HashSet<>();
        for (Path schema : schemas()) {
            assertThat(names.add(read(schema).path("$id").asString()))
                    .as(schema.toString())
                    .isTrue();
        }
        assertThat(names).contains("urn:tonghop:report:1", "urn:tonghop:form:1");
    }

    private static JsonNode read(Path schema) {
        return new ObjectMapper().readTree(schema.toFile());
    }

    static List<Path> schemas() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"));
                Stream<Path> templates = Files.walk(ROOT.resolve("templates"))) {
            return Stream.concat(docs, templates)
                    .filter(file -> file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
    }
}
