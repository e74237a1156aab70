package tonghop.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.form.ReadFile;
import tonghop.domain.form.Submission;
import tonghop.domain.form.TableRow;
import tonghop.domain.time.Period;
import tonghop.ingest.table.Questions;
import tonghop.ingest.table.RowDecisions;
import tonghop.ingest.table.RowLabels;
import tonghop.ingest.text.NumberCell;
import tonghop.ingest.text.UnitIndexes;
import tonghop.ingest.text.UnitNames;

/**
 * Submissions that arrive in the tidy layout: one for each form, unit and period, a row for each office.
 *
 * <p>Only the columns of a form are taken, checked as cells are; its sums follow from them. A place in the file is the
 * JSON pointer of the line.
 */
final class TidySubmissions {

    private final Definitions definitions;
    private final UnitIndexes indexes;
    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private TidySubmissions(Definitions definitions, UnitIndexes indexes, String file) {
        this.definitions = definitions;
        this.indexes = indexes;
        this.file = file;
    }

    static ReadFile of(List<TidyLine> lines, Definitions definitions, UnitIndexes indexes, String file, String sha256) {
        TidySubmissions tidy = new TidySubmissions(definitions, indexes, file);
        Map<String, List<TidyLine>> tables = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.form() + "\n" + line.unit() + "\n" + line.period(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Submission> submissions = tables.values().stream()
                .flatMap(table -> tidy.submission(table, sha256).stream())
                .toList();
        if (submissions.isEmpty() && tidy.findings.isEmpty()) {
            tidy.findings.add(Finding.of(FindingCode.UNKNOWN_FORM, Place.inCell(file, "", "/")));
        }
        return new ReadFile(file, sha256, submissions, tidy.findings);
    }

    private Optional<Submission> submission(List<TidyLine> lines, String sha256) {
        TidyLine first = lines.get(0);
        Place place = Place.inCell(file, "", first.pointer());
        Optional<Period> period = definitions.calendar().find(first.period());
        if (period.isEmpty()) {
            return refuse(FindingCode.UNKNOWN_PERIOD, place, Fact.PERIOD.is(first.period()));
        }
        if (indexes.of(period.get()).tree().find(first.unit()).isEmpty()) {
            return refuse(FindingCode.UNKNOWN_UNIT, place, Fact.NAME.is(first.unit()));
        }
        Optional<Form> form = definitions.form(first.form(), period.get());
        if (form.isEmpty()) {
            return refuse(
                    FindingCode.FORM_NOT_IN_FORCE,
                    place,
                    Fact.FORM.is(first.form()),
                    Fact.BASIS.is(period.get().label()));
        }
        Place table = new Place(first.unit(), form.get().id(), period.get().code(), file, "", null);
        Questions questions = new Questions(Map.of());
        UnitNames.Index units = indexes.of(period.get());
        RowLabels labels = new RowLabels(
                units.on(Optional.empty()), form.get(), units.tree().get(first.unit()));
        List<TableRow> rows =
                RowDecisions.byLabel(rows(lines, form.get(), table), labels, form.get(), table, questions);
        findings.addAll(questions.findings());
        int controls = rows.stream()
                .filter(row -> !row.kind().isLeaf())
                .mapToInt(row -> row.entries().size())
                .sum();
        int taken = rows.stream().mapToInt(row -> row.entries().size()).sum();
        CellLedger ledger = new CellLedger(taken - controls, 0, controls, 0, lines.size() - taken);
        return Optional.of(
                new Submission(file, sha256, "", form.get(), first.unit(), period.get(), null, rows, false, ledger));
    }

    private List<TableRow> rows(List<TidyLine> lines, Form form, Place table) {
        Map<String, Map<Integer, Entry>> entries = new LinkedHashMap<>();
        List<TidyLine> derived = new ArrayList<>();
        for (TidyLine line : lines) {
            Place place = table.withCell(line.pointer());
            Optional<Form.Column> column = columnOf(line, form);
            Measure measure = column.map(Form.Column::measure).orElse(null);
            if (derivedOf(line, form).isPresent()) {
                derived.add(line);
            } else if (column.isEmpty() || measure == null) {
                findings.add(Finding.of(
                        FindingCode.MALFORMED_LINE,
                        place,
                        Fact.POINTER.is(line.pointer()),
                        Fact.FIELD.is(line.measure())));
            } else {
                add(line, column.get(), measure, place, entries);
            }
        }
        derived.forEach(line -> check(line, form, table, entries.getOrDefault(line.row(), Map.of())));
        List<TableRow> rows = new ArrayList<>();
        entries.forEach((row, values) -> rows.add(new TableRow(
                entries.size() == 1 ? TableRow.Kind.SENDER : TableRow.Kind.OFFICE,
                rows.size() + 1,
                row,
                values.values().iterator().next().cell(),
                table.unit(),
                values,
                Map.of())));
        return rows;
    }

    /** As a cell of the measure's column would be read. */
    private void add(
            TidyLine line, Form.Column column, Measure measure, Place place, Map<String, Map<Integer, Entry>> entries) {
        NumberCell cell =
                NumberCell.chosen(line.value(), line.qualifier(), line.value().toPlainString(), measure, place);
        if (cell.finding() != null) {
            findings.add(cell.finding());
        }
        if (cell.entry() == null) {
            return;
        }
        Entry twice =
                entries.computeIfAbsent(line.row(), row -> new TreeMap<>()).putIfAbsent(column.no(), cell.entry());
        if (twice != null) {
            findings.add(
                    Finding.of(FindingCode.DUPLICATE_ROW, place, Fact.NAME.is(line.row()), Fact.ROW.is(twice.cell())));
        }
    }

    /** A sum of columns follows from them; stated beside them, it is held against them. */
    private void check(TidyLine line, Form form, Place table, Map<Integer, Entry> entries) {
        Map<Integer, BigDecimal> values = new TreeMap<>();
        entries.forEach((column, entry) -> values.put(column, entry.value()));
        derivedOf(line, form)
                .map(derived -> derived.sum().of(values))
                .filter(sum -> sum.compareTo(line.value()) != 0)
                .ifPresent(sum -> findings.add(Finding.of(
                        FindingCode.TOTAL_DIFFERS,
                        table.withCell(line.pointer()),
                        Fact.STATED.is(line.value()),
                        Fact.COMPUTED.is(sum),
                        Fact.ROW.is(line.row()))));
    }

    private static Optional<Form.Derived> derivedOf(TidyLine line, Form form) {
        return form.derived().stream()
                .filter(derived -> derived.measure().id().equals(line.measure()))
                .filter(derived -> columnOf(line, form).isEmpty())
                .findFirst();
    }

    private static Optional<Form.Column> columnOf(TidyLine line, Form form) {
        return form.columns().stream()
                .filter(column ->
                        column.measure() != null && column.measure().id().equals(line.measure()))
                .findFirst();
    }

    private Optional<Submission> refuse(FindingCode code, Place place, Fact.Said... facts) {
        findings.add(Finding.of(code, place, facts));
        return Optional.empty();
    }
}
