package tonghop.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Form;
import tonghop.domain.form.Submission;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.ingest.recognise.FormRecognition;
import tonghop.ingest.recognise.Head;
import tonghop.ingest.recognise.PeriodRecognition;
import tonghop.ingest.recognise.SenderRecognition;
import tonghop.ingest.table.Blanks;
import tonghop.ingest.table.HeadingSearch;
import tonghop.ingest.table.Questions;
import tonghop.ingest.table.RowLabels;
import tonghop.ingest.table.TableHeading;
import tonghop.ingest.table.TableReader;
import tonghop.ingest.text.StatedPeriod;
import tonghop.ingest.text.UnitIndexes;
import tonghop.ingest.text.UnitNames;
import tonghop.spreadsheet.Grid;

/** Reads one table of a form that was recognised: when, who, and what. */
final class SubmissionReader {

    private final UnitIndexes indexes;
    private final Blanks blanks;
    private final PeriodRecognition periods;
    private final Grid grid;
    private final FileReader.Sent sent;
    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final Questions questions;

    SubmissionReader(UnitIndexes indexes, Blanks blanks, PeriodRecognition periods, Grid grid, FileReader.Sent sent) {
        this.indexes = indexes;
        this.blanks = blanks;
        this.periods = periods;
        this.grid = grid;
        this.sent = sent;
        this.file = sent.file();
        this.questions = new Questions(sent.answers());
    }

    /**
     * What the table says.
     *
     * @param submission absent where a finding says why
     * @param context for the tables below
     */
    record Result(Optional<Submission> submission, List<Finding> findings, TableContext context) {}

    Result read(FormRecognition.Recognised recognised, TableContext before) {
        Form any = recognised.forms().get(0);
        Place place = Place.inCell(file, grid.sheet(), null);
        recognised
                .otherTitle()
                .ifPresent(line -> findings.add(Finding.of(
                        FindingCode.FORM_SIGNS_DISAGREE,
                        place.withCell(line.address()),
                        Fact.TITLE.is(line.text()),
                        Fact.FORM.is(any.id()))));
        int headEnd = HeadingSearch.find(grid, any, blanks.headingOf(any))
                .map(TableHeading::row)
                .or(() -> HeadingSearch.firstNumberRow(grid))
                .orElse(Integer.MAX_VALUE);
        Head head = Head.of(grid, headEnd);
        PeriodRecognition.Recognised when = periods.periodOf(head, file, grid.sheet(), before.period());
        findings.addAll(when.findings());
        if (when.stated().isEmpty()) {
            return result(Optional.empty(), before, null, any, null);
        }
        StatedPeriod stated = when.stated().get();
        SenderRecognition.Recognised who = senderOf(head, stated);
        if (when.contradiction()
                .filter(other -> isChosen(other, who, any, stated))
                .isPresent()) {
            return read(recognised, before, head, when.contradiction().get().other());
        }
        return read(recognised, before, head, stated);
    }

    /** Whether the sender answered that the sheet means the other of two periods that it states. */
    private boolean isChosen(
            PeriodRecognition.Contradiction other, SenderRecognition.Recognised who, Form form, StatedPeriod stated) {
        Place place = other.question().place();
        String unit = who.unit().map(Unit::code).orElse(null);
        String label = other.other().period().label();
        return questions
                .ask(other.question()
                        .at(place.withSubject(unit, form.id(), stated.period().code())))
                .filter(label::equals)
                .isPresent();
    }

    private SenderRecognition.Recognised senderOf(Head head, StatedPeriod stated) {
        UnitNames.Index units = indexes.of(stated.period());
        return SenderRecognition.senderOf(head, units.tree(), units.on(stated.days()), file, grid.sheet());
    }

    /** Who sent the sheet, by its head, by what was answered about it, or by the table above. */
    private Optional<Unit> sender(SenderRecognition.Recognised who, TableContext before, Form form, Period period) {
        boolean isSilent = who.unit().isEmpty()
                && who.findings().stream().allMatch(finding -> finding.place().cell() == null);
        if (isSilent && before.sender().isPresent()) {
            return before.sender();
        }
        if (who.unit().isPresent()) {
            findings.addAll(who.findings());
            return who.unit();
        }
        Optional<Unit> chosen = Optional.empty();
        for (Finding finding : who.findings()) {
            if (finding.candidates().isEmpty()) {
                findings.add(finding);
            } else {
                Place place = finding.place().withSubject(null, form.id(), period.code());
                chosen = questions
                        .ask(finding.at(place))
                        .flatMap(choice -> indexes.of(period).tree().find(choice.split(" ", -1)[0]));
            }
        }
        return chosen;
    }

    private Result read(FormRecognition.Recognised recognised, TableContext before, Head head, StatedPeriod stated) {
        Form any = recognised.forms().get(0);
        Place place = Place.inCell(file, grid.sheet(), null);
        Period period = stated.period();
        UnitNames names = indexes.of(period).on(stated.days());
        Optional<Unit> sender = sender(senderOf(head, stated), before, any, period);
        TableContext context = new TableContext(sender, Optional.of(stated));
        Optional<Form> form = recognised.forms().stream()
                .filter(version -> version.isFor(period))
                .findFirst();
        if (form.isEmpty()) {
            findings.add(Finding.of(
                    FindingCode.FORM_NOT_IN_FORCE, place, Fact.FORM.is(any.id()), Fact.BASIS.is(any.issuedBy())));
        }
        Optional<Submission> submission = sender.isPresent() && form.isPresent()
                ? table(form.get(), sender.get(), stated, new RowLabels(names, form.get(), sender.get()))
                : Optional.empty();
        return result(submission, context, sender.orElse(null), any, period);
    }

    private Optional<Submission> table(Form form, Unit sender, StatedPeriod stated, RowLabels labels) {
        Period period = stated.period();
        Place place = new Place(sender.code(), form.id(), period.code(), file, grid.sheet(), null);
        Optional<TableHeading> heading = HeadingSearch.find(grid, form, blanks.headingOf(form));
        if (heading.isEmpty()) {
            Form.Column first = form.columns().get(0);
            findings.add(Finding.of(
                    FindingCode.COLUMN_MISSING, place, Fact.COLUMN.is(first.no()), Fact.LABEL.is(first.label())));
            return Optional.empty();
        }
        TableReader.Table table = TableReader.read(grid, form, sender, heading.get(), labels, place, sent.answers());
        findings.addAll(table.findings());
        return Optional.of(new Submission(
                file,
                sent.sha256(),
                grid.sheet(),
                form,
                sender.code(),
                period,
                stated.declared(),
                table.rows(),
                table.isOpen(),
                table.ledger()));
    }

    private Result result(
            Optional<Submission> submission,
            TableContext context,
            @Nullable Unit sender,
            Form form,
            @Nullable Period period) {
        List<Finding> located = Stream.concat(findings.stream(), questions.findings().stream())
                .map(finding -> finding.place().form() != null
                        ? finding
                        : finding.at(finding.place()
                                .withSubject(
                                        sender == null ? null : sender.code(),
                                        form.id(),
                                        period == null ? null : period.code())))
                .toList();
        return new Result(submission, located, context);
    }
}
