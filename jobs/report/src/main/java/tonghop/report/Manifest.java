package tonghop.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tonghop.domain.Sha256;
import tonghop.domain.report.Report;
import tonghop.report.data.Json;
import tonghop.report.returned.ReturnedCopies;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code manifest.json}: what went into a report and what came out.
 *
 * @param basis what the report depends on
 * @param inputs SHA-256 by path of every file that it stands on
 * @param outputs SHA-256 by path inside the report's folder
 */
record Manifest(Basis basis, Map<String, String> inputs, Map<String, String> outputs) {

    static final String FILE = "manifest.json";
    private static final String SCHEMA = "tonghop/manifest/1";

    Manifest {
        inputs = new TreeMap<>(inputs);
        outputs = new TreeMap<>(outputs);
    }

    /** The manifest in {@code folder}; empty if there is none, or none that can be read. */
    static Optional<Manifest> read(Path folder) throws IOException {
        try {
            JsonNode json = Json.read(folder.resolve(FILE));
            JsonNode parameters = json.path("parameters");
            Basis basis = new Basis(
                    parameters.path("unit").asString(""),
                    parameters.path("period").asString(""),
                    json.path("version").asString(""),
                    json.path("catalogue").asString(""),
                    json.path("submissions").asString(""));
            return Optional.of(new Manifest(basis, hashes(json.path("inputs")), hashes(json.path("outputs"))));
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> hashes(JsonNode array) {
        Map<String, String> hashes = new TreeMap<>();
        for (JsonNode file : array) {
            hashes.put(file.path("file").asString(""), file.path("sha256").asString(""));
        }
        return hashes;
    }

    /** Lists every file in {@code folder}. */
    static Manifest of(Basis basis, Report report, List<ReturnedCopies.Copy> returned, Path folder) throws IOException {
        Map<String, String> inputs = new TreeMap<>();
        report.submissions().forEach(sheet -> inputs.put(sheet.file(), sheet.sha256()));
        returned.forEach(
                copy -> inputs.put(copy.checked().file(), copy.checked().sha256()));
        return new Manifest(basis, inputs, hashesOf(folder));
    }

    /** SHA-256 by path inside {@code folder} of all its files but the manifest. */
    static Map<String, String> hashesOf(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : filesOf(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!name.equals(FILE)) {
                hashes.put(name, Sha256.of(file));
            }
        }
        return hashes;
    }

    static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList());
        }
    }

    void write(Path folder) {
        ObjectNode json = Json.object();
        json.put("schema", SCHEMA);
        json.put("version", basis.version());
        json.put("catalogue", basis.catalogue());
        json.set("parameters", Json.object().put("unit", basis.unit()).put("period", basis.period()));
        json.put("submissions", basis.submissions());
        json.set("inputs", list(inputs));
        json.set("outputs", list(outputs));
        Json.write(json, folder.resolve(FILE));
    }

    /** As {@code file} and {@code sha256} of each. */
    static ArrayNode list(Map<String, String> hashes) {
        ArrayNode array = Json.array();
        hashes.forEach(
                (file, sha256) -> array.add(Json.object().put("file", file).put("sha256", sha256)));
        return array;
    }
}
