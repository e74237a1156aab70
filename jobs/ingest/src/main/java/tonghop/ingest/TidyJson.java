package tonghop.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.form.Qualifier;
import tonghop.spreadsheet.Budget;
import tonghop.spreadsheet.Grids;
import tonghop.spreadsheet.UnreadableFileException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads the tidy layout from JSON: an array of objects whose keys are the columns of {@code so-lieu.csv}. */
final class TidyJson {

    private static final Set<String> KEYS = Set.of(
            "unit",
            "period",
            "form",
            "measure",
            "row",
            "value",
            "qualifier",
            "status",
            "unit_of_count",
            "file",
            "sheet",
            "cell");

    /** Lines of one file. */
    private static final int MOST_LINES = 200_000;

    /** Characters of one value, as of a cell. */
    private static final int MOST_CHARACTERS = 100_000;

    /** More digits than any figure has, and few enough to be written out. */
    private static final int MOST_DIGITS = 30;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(60)
                    .maxNameLength(100)
                    .maxStringLength(MOST_CHARACTERS)
                    .build())
            .build();

    private TidyJson() {}

    /**
     * Reads the observations. Lines without a form are totals, which follow from the others and are passed over.
     *
     * @throws UnreadableFileException if anything in the file is not of this layout; the finding has the JSON pointer
     * @throws IOException if the file itself cannot be opened, which is no fault of the sender
     */
    static List<TidyLine> read(Path copy) throws IOException, UnreadableFileException {
        Budget.checkBytes(Files.size(copy), Grids.MOST_BYTES);
        Budget budget = new Budget();
        try (InputStream bytes = Files.newInputStream(copy);
                JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            return lines(json, budget);
        } catch (JacksonException e) {
            String at = e.getLocation() == null ? "" : "dòng " + e.getLocation().getLineNr();
            throw malformed(at, "JSON");
        }
    }

    private static List<TidyLine> lines(JsonParser json, Budget budget) throws UnreadableFileException {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            throw malformed("/", "[{\"unit\": …}, …]");
        }
        List<TidyLine> lines = new ArrayList<>();
        for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
            Budget.check(index, MOST_LINES, "dòng");
            budget.checkTime();
            String pointer = "/" + index;
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw malformed(pointer, "{\"unit\": …}");
            }
            Map<String, String> fields = fields(json, pointer, budget);
            if (!fields.getOrDefault("form", "").isEmpty()) {
                lines.add(line(fields, pointer));
            }
        }
        if (json.nextToken() != null) {
            throw malformed("/", "]");
        }
        return lines;
    }

    /** The values of an object as text; those that are null or empty are left out. */
    private static Map<String, String> fields(JsonParser json, String pointer, Budget budget)
            throws UnreadableFileException {
        Map<String, String> fields = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (!KEYS.contains(key)) {
                throw malformed(
                        pointer + "/" + key,
                        String.join(", ", KEYS.stream().sorted().toList()));
            }
            boolean isNumber = value == JsonToken.VALUE_NUMBER_INT || value == JsonToken.VALUE_NUMBER_FLOAT;
            if (value == JsonToken.VALUE_STRING || isNumber) {
                // U+0000 is seen by nobody, and no database takes it.
                String text = json.getString().replace("\0", "");
                budget.addText(text.length());
                if (!text.isBlank()) {
                    fields.put(key, text.strip());
                }
            } else if (value != JsonToken.VALUE_NULL) {
                throw malformed(pointer + "/" + key, "\"…\"");
            }
        }
        return fields;
    }

    private static TidyLine line(Map<String, String> fields, String pointer) throws UnreadableFileException {
        String qualifier = fields.get("qualifier");
        return new TidyLine(
                required(fields, "unit", pointer),
                required(fields, "period", pointer),
                required(fields, "form", pointer),
                required(fields, "measure", pointer),
                required(fields, "row", pointer),
                value(required(fields, "value", pointer), pointer),
                qualifier == null ? null : qualifier(qualifier, pointer),
                fields.getOrDefault("status", ""),
                pointer);
    }

    private static String required(Map<String, String> fields, String key, String pointer)
            throws UnreadableFileException {
        String value = fields.get(key);
        if (value == null) {
            throw malformed(pointer + "/" + key, "\"" + key + "\"");
        }
        return value;
    }

    private static BigDecimal value(String text, String pointer) throws UnreadableFileException {
        try {
            BigDecimal value = new BigDecimal(text);
            if (value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw malformed(pointer + "/value", "12.5");
    }

    private static @Nullable Qualifier qualifier(String code, String pointer) throws UnreadableFileException {
        for (Qualifier qualifier : Qualifier.values()) {
            if (qualifier.code().equals(code)) {
                return qualifier;
            }
        }
        throw malformed(pointer + "/qualifier", Qualifier.AT_LEAST.code());
    }

    private static UnreadableFileException malformed(String pointer, String expected) {
        return new UnreadableFileException(
                FindingCode.MALFORMED_LINE, Fact.POINTER.is(pointer), Fact.FIELD.is(expected));
    }
}
