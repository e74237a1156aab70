package tonghop.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Definitions;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Form;
import tonghop.domain.Period;
import tonghop.domain.Place;
import tonghop.domain.ReadFile;
import tonghop.domain.Submission;
import tonghop.domain.Unit;
import tonghop.domain.UnitTree;
import tonghop.ingest.sheet.Grid;
import tonghop.ingest.sheet.Grids;
import tonghop.ingest.sheet.UnreadableFileException;

/** Reads one file that a unit sent: every sheet that is a form becomes a submission. */
public final class FileReader {

    private final Definitions definitions;
    private final FormRecognition forms;
    private final PeriodRecognition periods;

    public FileReader(Definitions definitions) {
        this.definitions = definitions;
        this.forms = new FormRecognition(definitions.forms());
        this.periods = new PeriodRecognition(definitions.calendar());
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
            return new Reading(file, sha256).of(Grids.read(copy));
        } catch (UnreadableFileException e) {
            Finding finding = Finding.of(e.code(), Place.inFile(file), e.value(), e.expected());
            return new ReadFile(file, sha256, List.of(), List.of(finding));
        }
    }

    /** The reading of one file. */
    private final class Reading {

        private final String file;
        private final String sha256;
        private final List<Submission> submissions = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<String> ignored = new ArrayList<>();

        Reading(String file, String sha256) {
            this.file = file;
            this.sha256 = sha256;
        }

        ReadFile of(List<Grid> grids) {
            grids.stream().filter(grid -> !grid.isEmpty() && !grid.isHidden()).forEach(this::readSheet);
            if (submissions.isEmpty() && findings.isEmpty()) {
                String sheet = ignored.isEmpty() ? null : ignored.get(0);
                findings.add(Finding.of(
                        FindingCode.UNKNOWN_FORM, Place.inCell(file, sheet == null ? "" : sheet, "A1"), "", ""));
            } else {
                ignored.forEach(sheet -> findings.add(
                        Finding.of(FindingCode.SHEET_IGNORED, Place.inCell(file, sheet, null), sheet, "")));
            }
            return new ReadFile(file, sha256, submissions, findings);
        }

        private void readSheet(Grid grid) {
            List<Form> candidates = forms.formsOf(grid);
            if (candidates.stream().map(Form::id).distinct().count() != 1) {
                ignored.add(grid.sheet());
                return;
            }
            Form any = candidates.get(0);
            Optional<ColumnNumbers> numbers = ColumnNumbers.find(grid, any);
            Head head = Head.of(grid, numbers.map(ColumnNumbers::row).orElse(Integer.MAX_VALUE));
            PeriodRecognition.Recognised when = periods.periodOf(head, file, grid.sheet());
            addAll(when.findings(), null, any, null);
            when.period().ifPresent(period -> readForm(grid, head, candidates, period));
        }

        private void readForm(Grid grid, Head head, List<Form> candidates, Period period) {
            UnitTree tree = definitions.unitsOf(period);
            UnitNames names = new UnitNames(tree, definitions.words());
            SenderRecognition.Recognised who = SenderRecognition.senderOf(head, tree, names, file, grid.sheet());
            Unit sender = who.unit().orElse(null);
            Form any = candidates.get(0);
            addAll(who.findings(), sender, any, period);
            Optional<Form> inForce =
                    candidates.stream().filter(form -> form.isFor(period)).findFirst();
            if (inForce.isEmpty()) {
                Place place = Place.inCell(file, grid.sheet(), null);
                addAll(
                        List.of(Finding.of(FindingCode.FORM_NOT_IN_FORCE, place, any.id(), any.issuedBy())),
                        sender,
                        any,
                        period);
            } else if (sender != null) {
                readTable(grid, inForce.get(), sender, period, new RowLabels(names, inForce.get(), sender));
            }
        }

        private void readTable(Grid grid, Form form, Unit sender, Period period, RowLabels labels) {
            Place place = new Place(sender.code(), form.id(), period.code(), file, grid.sheet(), null);
            Optional<ColumnNumbers> numbers = ColumnNumbers.find(grid, form);
            if (numbers.isEmpty()) {
                findings.add(Finding.of(
                        FindingCode.COLUMN_MISSING,
                        place,
                        Integer.toString(form.columns().get(0).no()),
                        form.columns().get(0).label()));
                return;
            }
            TableReader.Table table = TableReader.read(grid, form, sender, numbers.get(), labels, place);
            findings.addAll(table.findings());
            submissions.add(new Submission(
                    file,
                    sha256,
                    grid.sheet(),
                    form,
                    sender.code(),
                    period,
                    table.rows(),
                    table.isOpen(),
                    table.ledger()));
        }

        private void addAll(List<Finding> found, @Nullable Unit unit, Form form, @Nullable Period period) {
            found.forEach(finding -> findings.add(finding.at(finding.place()
                    .withSubject(
                            unit == null ? null : unit.code(), form.id(), period == null ? null : period.code()))));
        }
    }
}
