package tonghop.ingest;

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
import tonghop.ingest.text.UnitIndexes;

/**
 * Submissions that arrive in the tidy layout: one for each form, unit and period, a row for each office.
 *
 * <p>Only the columns of a form are taken; its sums and counts follow from them. A place in the file is the JSON
 * pointer of the line.
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
        List<TableRow> rows = rows(lines, form.get(), table);
        int taken = rows.stream().mapToInt(row -> row.entries().size()).sum();
        CellLedger ledger = new CellLedger(taken, 0, 0, 0, lines.size() - taken);
        return Optional.of(
                new Submission(file, sha256, "", form.get(), first.unit(), period.get(), null, rows, false, ledger));
    }

    private List<TableRow> rows(List<TidyLine> lines, Form form, Place table) {
        Map<String, Map<Integer, Entry>> entries = new LinkedHashMap<>();
        for (TidyLine line : lines) {
            Place place = table.withCell(line.pointer());
            Optional<Form.Column> column = columnOf(line, form);
            Measure measure = column.map(Form.Column::measure).orElse(null);
            if (column.isEmpty() || measure == null) {
                findings.add(Finding.of(
                        FindingCode.MALFORMED_LINE,
                        place,
                        Fact.POINTER.is(line.pointer()),
                        Fact.FIELD.is(line.measure())));
            } else if (line.value().signum() < 0) {
                findings.add(Finding.of(FindingCode.NEGATIVE_VALUE, place, Fact.TEXT.is(line.value())));
            } else if (measure.decimals() == 0
                    && line.value().stripTrailingZeros().scale() > 0) {
                findings.add(Finding.of(
                        FindingCode.NOT_WHOLE,
                        place,
                        Fact.TEXT.is(line.value()),
                        Fact.UNIT_OF_COUNT.is(measure.unitOfCount())));
            } else {
                Entry entry = new Entry(
                        line.value(),
                        line.qualifier(),
                        line.pointer(),
                        line.value().toPlainString());
                Entry twice = entries.computeIfAbsent(line.row(), row -> new TreeMap<>())
                        .putIfAbsent(column.get().no(), entry);
                if (twice != null) {
                    findings.add(Finding.of(
                            FindingCode.DUPLICATE_ROW, place, Fact.NAME.is(line.row()), Fact.ROW.is(twice.cell())));
                }
            }
        }
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
