package tonghop.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tonghop.domain.finding.Answer;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.ReadFile;
import tonghop.domain.form.Submission;
import tonghop.domain.form.TableRow;
import tonghop.ingest.recognise.FormRecognition;
import tonghop.ingest.recognise.PeriodRecognition;
import tonghop.ingest.table.Blanks;
import tonghop.ingest.table.SheetTables;
import tonghop.ingest.text.UnitIndexes;
import tonghop.spreadsheet.Archive;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.FileKind;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.Grids;
import tonghop.spreadsheet.UnreadableFileException;

/** Reads one file that a unit sent: every table in it that is a form becomes a submission. */
public final class FileReader {

    /** The widest official forms have some sixty; what stands beyond these is no table, and would take its time. */
    private static final int MOST_COLUMNS = 400;

    private static final int MOST_PARTS_NAMED = 3;

    private final Definitions definitions;
    private final Blanks blanks;
    private final FormRecognition forms;
    private final PeriodRecognition periods;
    private final UnitIndexes indexes;

    public FileReader(Definitions definitions, Blanks blanks) {
        this.definitions = definitions;
        this.blanks = blanks;
        this.forms = new FormRecognition(definitions.forms(), blanks);
        this.periods = new PeriodRecognition(definitions.calendar());
        this.indexes = new UnitIndexes(definitions);
    }

    /**
     * Reads {@code copy}.
     *
     * @param file the name it goes by: the path inside its inbox
     * @param sha256 of its bytes
     * @return what is in it, and what is wrong with it
     * @throws IOException if the copy itself cannot be opened, which is no fault of the sender
     */
    public ReadFile read(Path copy, String file, String sha256) throws IOException {
        try {
            return switch (FileKind.of(copy)) {
                case ARCHIVE -> throw Archive.refusalOf(copy);
                case JSON -> TidySubmissions.of(TidyJson.read(copy), definitions, indexes, file, sha256);
                default -> {
                    Grids.Contents contents = Grids.contents(copy);
                    yield withDamage(read(contents.sheets(), file, sha256), contents.damagedParts());
                }
            };
        } catch (UnreadableFileException e) {
            Finding finding = e.at(Place.inFile(file));
            return new ReadFile(file, sha256, List.of(), List.of(finding));
        }
    }

    /** What is told of parts that were not needed goes to the unit and period of the file's first sheet. */
    private static ReadFile withDamage(ReadFile read, List<String> damaged) {
        if (damaged.isEmpty()) {
            return read;
        }
        Place place = read.submissions().stream()
                .findFirst()
                .map(first -> Place.inFile(read.file())
                        .withSubject(first.unit(), null, first.period().code()))
                .orElse(Place.inFile(read.file()));
        String named = damaged.stream().limit(MOST_PARTS_NAMED).collect(Collectors.joining(", "))
                + (damaged.size() > MOST_PARTS_NAMED ? ", …" : "");
        List<Finding> findings = new ArrayList<>(read.findings());
        findings.add(Finding.of(FindingCode.DAMAGED_PART, place, Fact.PART.is(named)));
        return new ReadFile(read.file(), read.sha256(), read.submissions(), findings, read.answers());
    }

    /**
     * A file as it arrived.
     *
     * @param answers what its sender says to findings of an earlier copy, by {@link Finding#key}
     */
    record Sent(String file, String sha256, Map<String, Answer> answers) {}

    /** The first row with something beyond the columns that any form could have. */
    private static OptionalInt firstRowBeyond(Grid grid) {
        return grid.rows().entrySet().stream()
                .filter(row -> row.getValue().lastKey() >= MOST_COLUMNS)
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, Answer> answersIn(List<Grid> grids) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        grids.stream()
                .filter(AnswerSheet::is)
                .flatMap(grid -> AnswerSheet.answersIn(grid).stream())
                .forEach(answer -> answers.putIfAbsent(answer.key(), answer));
        return answers;
    }

    private ReadFile read(List<Grid> grids, String file, String sha256) {
        List<Submission> submissions = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<Finding> ignored = new ArrayList<>();
        Map<String, Answer> answers = answersIn(grids);
        for (Grid grid : grids) {
            if (AnswerSheet.is(grid)) {
                continue;
            }
            OptionalInt tooWide = firstRowBeyond(grid);
            if (tooWide.isPresent()) {
                Place place = Place.inCell(file, grid.sheet(), CellAddress.text(tooWide.getAsInt(), MOST_COLUMNS));
                findings.add(Finding.of(
                        FindingCode.TOO_LARGE,
                        place,
                        Fact.SEEN.is("> " + MOST_COLUMNS + " cột"),
                        Fact.LIMIT.is(MOST_COLUMNS + " cột")));
            } else if (grid.isHidden()) {
                findings.addAll(ofHidden(grid, file));
            } else if (!grid.isEmpty()) {
                readSheet(grid, new Sent(file, sha256, answers), submissions, findings, ignored);
            }
        }
        boolean isNothing = submissions.isEmpty() && findings.stream().noneMatch(Finding::isError);
        if (isNothing && ignored.isEmpty()) {
            findings.add(Finding.of(FindingCode.UNKNOWN_FORM, Place.inCell(file, "", "A1")));
        } else if (isNothing) {
            Finding first = ignored.get(0);
            findings.add(Finding.of(
                    FindingCode.UNKNOWN_FORM, first.place().withCell("A1"), Fact.NEAREST.is(first.fact(Fact.NEAREST))));
        } else {
            findings.addAll(ignored);
        }
        return new ReadFile(file, sha256, withoutTwins(submissions, findings), findings, List.copyOf(answers.values()));
    }

    private void readSheet(
            Grid grid, Sent sent, List<Submission> submissions, List<Finding> findings, List<Finding> ignored) {
        TableContext before = TableContext.NONE;
        for (Grid part : SheetTables.of(grid, forms::namesForm)) {
            FormRecognition.Recognised recognised = forms.formsOf(part);
            if (recognised.forms().isEmpty()) {
                String nearest = recognised.nearest().map(form -> form.id()).orElse("");
                Place place = Place.inCell(sent.file(), grid.sheet(), null);
                ignored.add(Finding.of(
                        FindingCode.SHEET_IGNORED, place, Fact.SHEET.is(grid.sheet()), Fact.NEAREST.is(nearest)));
            } else {
                SubmissionReader reader = new SubmissionReader(indexes, blanks, periods, part, sent);
                SubmissionReader.Result result = reader.read(recognised, before);
                result.submission().ifPresent(submissions::add);
                findings.addAll(result.findings());
                before = result.context();
            }
        }
    }

    private List<Finding> ofHidden(Grid grid, String file) {
        return grid.isEmpty() || forms.formsOf(grid).forms().isEmpty()
                ? List.of()
                : List.of(Finding.of(
                        FindingCode.HIDDEN_SHEET, Place.inCell(file, grid.sheet(), null), Fact.SHEET.is(grid.sheet())));
    }

    /** Of two sheets that say the same only the first counts; two that differ cannot both be right. */
    private static List<Submission> withoutTwins(List<Submission> submissions, List<Finding> findings) {
        Map<String, Submission> first = new LinkedHashMap<>();
        List<Submission> kept = new ArrayList<>();
        for (Submission sheet : submissions) {
            String key = sheet.form().id() + " " + sheet.unit() + " "
                    + sheet.period().code();
            Submission twin = first.putIfAbsent(key, sheet);
            if (twin == null) {
                kept.add(sheet);
            } else if (figures(twin).equals(figures(sheet))) {
                findings.add(Finding.of(FindingCode.REPEATED_SHEET, sheet.at(null), Fact.SHEET.is(twin.sheet())));
                findings.removeIf(finding -> isIn(finding, sheet, twin));
            } else {
                findings.add(Finding.of(FindingCode.DUPLICATE_SHEET, sheet.at("A1"), Fact.SHEET.is(twin.sheet())));
                findings.add(Finding.of(FindingCode.DUPLICATE_SHEET, twin.at("A1"), Fact.SHEET.is(sheet.sheet())));
                kept.add(sheet);
            }
        }
        return kept;
    }

    /** Findings of a sheet that does not count were told of its twin; they do not weigh twice. */
    private static boolean isIn(Finding finding, Submission sheet, Submission twin) {
        return finding.code() != FindingCode.REPEATED_SHEET
                && sheet.sheet().equals(finding.place().sheet())
                && !sheet.sheet().equals(twin.sheet());
    }

    private static List<String> figures(Submission sheet) {
        return sheet.rows().stream()
                .filter(row -> row.kind().isLeaf())
                .map(FileReader::figures)
                .toList();
    }

    private static String figures(TableRow row) {
        Map<Integer, String> values = new LinkedHashMap<>();
        row.entries()
                .forEach((column, entry) ->
                        values.put(column, entry.value().stripTrailingZeros().toPlainString() + entry.qualifier()));
        return row.kind() + " " + row.unit() + " " + row.label() + " " + values + " " + row.texts();
    }
}
