package tonghop.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tonghop.domain.Sha256;
import tonghop.domain.report.Report;
import tools.jackson.databind.JsonNode;

/**
 * Writes {@code index.html}.
 *
 * <p>The page loads nothing: its policy allows the one style and the one script whose hashes it names, so that nothing
 * in a unit's name or a cell could run even if it were not escaped.
 */
public final class ReportPage {

    /** The file's name. */
    public static final String FILE = "index.html";

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final List<String> SCRIPTS = List.of("figures.js", "units.js", "cells.js", "page.js");

    private ReportPage() {}

    /** Writes the page of {@code report} into {@code folder}; it links to what already is there. */
    public static void write(Report report, Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), text(report, files(folder), CellData.MOST), StandardCharsets.UTF_8);
    }

    /**
     * The page.
     *
     * @param files the paths, relative to the page's, that it links to
     * @param mostCells how many cells it may hold
     */
    static String text(Report report, List<String> files, int mostCells) {
        FigureIndex index = new FigureIndex(report);
        Html html = new Html();
        UnitSection units = new UnitSection(html, report, index);
        new PageHead(html, report, files).writeTop();
        new Headlines(html, report).write();
        units.write();
        new FigureSection(html, report).write();
        new CompletenessSection(html, report).write();
        new FindingSection(html, report, index).write();
        new SourceSection(html, report, index).write();
        new PageHead(html, report, files).writeEnd();
        String style = Bundle.resource("page.css");
        String script = String.join("\n", SCRIPTS.stream().map(Bundle::resource).toList());
        Html title = new Html()
                .text(Bundle.vietnamese(
                        "page.title",
                        report.top().unit().name(),
                        report.period().label()));
        return filled(
                Bundle.resource("page.html"),
                Map.of(
                        "policy",
                                "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
                                        .formatted(hash(style), hash(script)),
                        "title", title.toString(),
                        "style", style,
                        "body", html.toString(),
                        "data", embedded(new PageData(report, index).json(units.start())),
                        "cells",
                                embedded(new CellData(index, mostCells)
                                        .json(report.leaves(), report.period().code())),
                        "script", script));
    }

    private static String filled(String page, Map<String, String> parts) {
        return PLACE.matcher(page)
                .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(place.group(1)))));
    }

    /** JSON in which nothing can end the element that it stands in. */
    private static String embedded(JsonNode json) {
        return json.toString().replace("<", "\\u003c");
    }

    private static String hash(String text) {
        byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.equals(FILE))
                    .sorted()
                    .toList();
        }
    }
}
