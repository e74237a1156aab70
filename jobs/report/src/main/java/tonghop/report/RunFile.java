package tonghop.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tonghop.domain.Sha256;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Report;
import tonghop.report.data.Json;
import tonghop.report.data.ReportJson;
import tonghop.report.returned.ReturnedCopies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code run.json}: every file of the inboxes with its state and findings, the cell ledger, the folders written. */
public final class RunFile {

    private static final String SCHEMA = "tonghop/run/1";
    private static final String FILE = "run.json";

    private RunFile() {}

    /**
     * What became of one file.
     *
     * @param sheets what was taken in from it
     */
    public record FileLine(
            String file,
            String sha256,
            SubmissionState state,
            List<Report.SentSheet> sheets,
            List<Report.LocatedFinding> findings) {

        public FileLine {
            sheets = List.copyOf(sheets);
            findings = List.copyOf(findings);
        }
    }

    /** A sheet that came in for a period after it was closed. */
    public record TooLate(String file, String sheet, String form, String unit, String period) {}

    /**
     * Something in an inbox that was not taken in.
     *
     * @param reason a word such as {@code link}
     */
    public record LeftOut(String file, String reason) {}

    /**
     * A report that was not written, for no fault of its data.
     *
     * @param folder relative to the output folder
     * @param cause for whoever runs the program
     */
    public record Failed(String folder, String cause) {}

    /**
     * A whole run.
     *
     * @param id made from what went in
     * @param folders the reports that stand on these files, relative to the output folder
     * @param leftOut what the inboxes hold besides the files
     * @param failed the reports among the folders that could not be written
     * @param tooLate what is kept and does not count
     * @param returned the files that go back to their senders and belong into none of these folders
     */
    public record Run(
            String id,
            String version,
            String catalogue,
            List<FileLine> files,
            List<LeftOut> leftOut,
            List<String> folders,
            List<Failed> failed,
            List<TooLate> tooLate,
            List<ReturnedCopies.Copy> returned) {

        public Run {
            files = List.copyOf(files);
            leftOut = List.copyOf(leftOut);
            folders = List.copyOf(folders);
            failed = List.copyOf(failed);
            tooLate = List.copyOf(tooLate);
            returned = List.copyOf(returned);
        }

        /** The same where the copies could not be written. */
        public Run withoutCopies(Failed why) {
            List<Failed> all = Stream.concat(failed.stream(), Stream.of(why)).toList();
            return new Run(id, version, catalogue, files, leftOut, folders, all, tooLate, List.of());
        }
    }

    /** Whether the files of {@code run} are there as they would be written. */
    public static boolean isUpToDate(Run run, Path out) throws IOException {
        Path folder = out.resolve("runs").resolve(run.id());
        if (!Files.isRegularFile(folder.resolve(FILE))) {
            return false;
        }
        JsonNode written = Json.read(folder.resolve(FILE));
        JsonNode copies = written instanceof ObjectNode json ? json.remove("returned") : null;
        if (copies == null || !Json.text(written).equals(Json.text(json(run)))) {
            return false;
        }
        for (JsonNode copy : copies) {
            Path file = folder.resolve(copy.path("file").asString(""));
            if (!Files.isRegularFile(file)
                    || !Sha256.of(file).equals(copy.path("sha256").asString(""))) {
                return false;
            }
        }
        return true;
    }

    /** Writes {@code <out>/runs/<id>/run.json}, whole or not at all, and before it the copies to return. */
    public static Path write(Run run, Path out) throws IOException {
        Path folder = Files.createDirectories(out.resolve("runs").resolve(run.id()));
        Map<String, String> returned = writeReturned(run.returned(), folder);
        ObjectNode json = json(run);
        json.set("returned", Manifest.list(returned));
        Path temporary = folder.resolve(".run.json");
        Json.write(json, temporary);
        return Files.move(
                temporary, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** An older copy that somebody has edited stays beside the new one. */
    private static Map<String, String> writeReturned(List<ReturnedCopies.Copy> copies, Path folder) throws IOException {
        Path staging = folder.resolve(".dang-ghi");
        ReportFolder.delete(staging);
        ReturnedCopies.write(copies, Files.createDirectories(staging).resolve(ReportFolder.RETURNED));
        Map<String, String> hashes = Manifest.hashesOf(staging);
        for (Map.Entry<String, String> copy : hashes.entrySet()) {
            Path target = folder.resolve(copy.getKey());
            Path above = target.getParent();
            Files.createDirectories(above == null ? folder : above);
            String old = Files.isRegularFile(target) ? Sha256.of(target) : copy.getValue();
            if (!old.equals(copy.getValue())) {
                Files.move(target, folder.resolve(ReportFolder.besideName(copy.getKey(), old)));
            }
            Files.move(staging.resolve(copy.getKey()), target, StandardCopyOption.REPLACE_EXISTING);
        }
        ReportFolder.delete(staging);
        return hashes;
    }

    private static ObjectNode json(Run run) {
        ObjectNode json = Json.object();
        json.put("schema", SCHEMA);
        json.put("run", run.id());
        json.put("version", run.version());
        json.put("catalogue", run.catalogue());
        json.set("files", files(run.files()));
        json.set("cells", ReportJson.cells(ledger(run.files())));
        json.set("left_out", Json.list(run.leftOut()));
        json.set("folders", Json.list(run.folders()));
        json.set("failed", Json.list(run.failed()));
        json.set("arrived_after_closing", Json.list(run.tooLate()));
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
                    .put("state", line.state().code());
            ArrayNode sheets = Json.array();
            line.sheets().forEach(sheet -> sheets.add(ReportJson.submission(sheet)));
            file.set("submissions", sheets);
            file.set("findings", ReportJson.findings(line.findings()));
            files.add(file);
        }
        return files;
    }

    /** The cells of a content that lies there twice are read once. */
    private static CellLedger ledger(List<FileLine> lines) {
        return lines.stream()
                .flatMap(line -> line.sheets().stream())
                .filter(sheet -> sheet.state() != SubmissionState.UNCHANGED)
                .map(Report.SentSheet::cells)
                .reduce(CellLedger.EMPTY, CellLedger::plus);
    }
}
