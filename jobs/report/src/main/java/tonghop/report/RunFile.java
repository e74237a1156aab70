package tonghop.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tonghop.domain.CellLedger;
import tonghop.domain.Report;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code run.json}: every file of the inboxes with its state and findings, the cell ledger, the folders written. */
public final class RunFile {

    private static final String SCHEMA = "tonghop/run/1";

    private RunFile() {}

    /**
     * What became of one file.
     *
     * @param sheets what was taken in from it
     */
    public record FileLine(
            String file,
            String sha256,
            String state,
            List<Report.SentSheet> sheets,
            List<Report.LocatedFinding> findings) {

        public FileLine {
            sheets = List.copyOf(sheets);
            findings = List.copyOf(findings);
        }
    }

    /**
     * A whole run.
     *
     * @param id made from what went in
     * @param folders the reports that stand on these files, relative to the output folder
     */
    public record Run(String id, String version, String catalogue, List<FileLine> files, List<String> folders) {

        public Run {
            files = List.copyOf(files);
            folders = List.copyOf(folders);
        }
    }

    /** Writes {@code <out>/runs/<id>/run.json}, whole or not at all. */
    public static Path write(Run run, Path out) throws IOException {
        Path folder = Files.createDirectories(out.resolve("runs").resolve(run.id()));
        Path temporary = folder.resolve(".run.json");
        Json.write(json(run), temporary);
        return Files.move(
                temporary,
                folder.resolve("run.json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static ObjectNode json(Run run) {
        ObjectNode json = Json.object();
        json.put("schema", SCHEMA);
        json.put("run", run.id());
        json.put("version", run.version());
        json.put("catalogue", run.catalogue());
        json.set("files", files(run.files()));
        json.set("cells", ReportJson.cells(ledger(run.files())));
        ArrayNode folders = Json.array();
        run.folders().forEach(folders::add);
        json.set("folders", folders);
        return json;
    }

    /** The files as machines read them: also what {@code check --json} prints. */
    public static String text(List<FileLine> files) {
        ObjectNode json = Json.object();
        json.set("files", files(files));
        return Json.text(json);
    }

    private static ArrayNode files(List<FileLine> lines) {
        ArrayNode files = Json.array();
        for (FileLine line : lines) {
            ObjectNode file = Json.object()
                    .put("file", line.file())
                    .put("sha256", line.sha256())
                    .put("state", line.state());
            ArrayNode sheets = Json.array();
            line.sheets().forEach(sheet -> sheets.add(ReportJson.submission(sheet)));
            file.set("submissions", sheets);
            file.set("findings", ReportJson.findings(line.findings()));
            files.add(file);
        }
        return files;
    }

    private static CellLedger ledger(List<FileLine> lines) {
        return lines.stream()
                .flatMap(line -> line.sheets().stream())
                .map(Report.SentSheet::cells)
                .reduce(CellLedger.EMPTY, CellLedger::plus);
    }
}
