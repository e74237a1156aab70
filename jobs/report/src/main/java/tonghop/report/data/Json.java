package tonghop.report.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as it is written everywhere: indented, numbers as plain decimals, line ends the same on every system. */
public final class Json {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES))
            .build();

    private Json() {}

    /** An object without fields. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A list without items. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A list of records, each as an object with its components, or of texts. */
    public static ArrayNode list(List<?> items) {
        return MAPPER.valueToTree(items);
    }

    /** As it is written, with a line end behind it. */
    public static String text(JsonNode json) {
        return MAPPER.writeValueAsString(json) + "\n";
    }

    public static void write(JsonNode json, Path file) {
        try {
            Files.writeString(file, text(json), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    public static JsonNode read(Path file) throws IOException {
        return MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
    }
}
