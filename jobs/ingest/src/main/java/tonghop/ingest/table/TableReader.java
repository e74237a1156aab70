package tonghop.ingest.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Answer;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Observations;
import tonghop.domain.form.TableRow;
import tonghop.domain.form.TableRow.Kind;
import tonghop.domain.unit.Unit;
import tonghop.ingest.table.RowLabels.Sign;
import tonghop.ingest.text.NumberCell;
import tonghop.ingest.text.UnitNames;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.text.VietnameseText;

/** Reads the rows of a form's table, and accounts for every cell of it. */
public final class TableReader {

    private static final String UNIT = "unit";
    private static final String NAMELESS = "tên";

    /** By which a list says that it does not name all: '…', 'v.v.'. */
    private static final Pattern OPEN_END = Pattern.compile("…|\\.{2,}|v\\.?v\\.?…?");

    private final Grid grid;
    private final Form form;
    private final Unit sender;
    private final TableHeading heading;
    private final RowLabels labels;
    private final Place sheetPlace;
    private final Questions questions;
    private final int labelColumn;
    private final TableRows.Extent extent;
    private final CellSenses senses;
    private final Set<Integer> groups;
    private final List<RowDecisions.Signed> signed = new ArrayList<>();
    private final List<TableRow> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> rowOfUnit = new HashMap<>();
    private CellLedger ledger = CellLedger.EMPTY;
    private boolean isOpen;

    private TableReader(
            Grid grid,
            Form form,
            Unit sender,
            TableHeading heading,
            RowLabels labels,
            Place sheetPlace,
            Map<String, Answer> answers) {
        this.questions = new Questions(answers);
        this.grid = grid;
        this.form = form;
        this.sender = sender;
        this.heading = heading;
        this.labels = labels;
        this.sheetPlace = sheetPlace;
        this.labelColumn = heading.labelColumn();
        this.extent = TableRows.of(grid, form, heading);
        this.senses = CellSenses.of(grid, extent.rows(), form, heading.columns());
        this.groups = form.rows() == Form.Rows.LIST ? Set.of() : GroupRows.of(grid, heading, extent.rows());
    }

    /** A table as it was read. */
    public record Table(List<TableRow> rows, boolean isOpen, CellLedger ledger, List<Finding> findings) {}

    /**
     * Reads the table under {@code heading}.
     *
     * @param answers what the sender answered to questions about earlier copies, by {@link Finding#key}
     */
    public static Table read(
            Grid grid,
            Form form,
            Unit sender,
            TableHeading heading,
            RowLabels labels,
            Place sheetPlace,
            Map<String, Answer> answers) {
        TableReader reader = new TableReader(grid, form, sender, heading, labels, sheetPlace, answers);
        reader.findings.addAll(ColumnRemarks.on(form, heading, sheetPlace));
        reader.readRows();
        reader.refuseRowsWithoutLabel();
        reader.tellStatementsFromControls();
        reader.findings.addAll(reader.questions.findings());
        return new Table(reader.rows, reader.isOpen, reader.ledger, reader.findings);
    }

    private void readRows() {
        for (int row : extent.rows()) {
            if (form.rows() == Form.Rows.LIST) {
                readItem(row);
            } else {
                readRow(row);
            }
        }
        decide();
        if (rows.isEmpty()) {
            findings.add(Finding.of(FindingCode.NO_ROWS, at(heading.row() + 1, labelColumn)));
        }
        extent.stray()
                .ifPresent(row -> findings.add(Finding.of(FindingCode.FIGURES_BELOW_TABLE, at(row, labelColumn))));
        findings.addAll(SheetRemarks.on(grid, extent.rows(), heading.columns().values(), labelColumn, sheetPlace));
    }

    /** Some cells of a total row are no sums of its rows but what the sender states: see {@link Observations}. */
    private void tellStatementsFromControls() {
        int statements = 0;
        for (TableRow row : rows) {
            if (row.kind() == Kind.TOTAL) {
                statements += (int) form.columns().stream()
                        .filter(column -> row.entries().containsKey(column.no()))
                        .filter(column -> Observations.isStatement(rows, column))
                        .count();
            }
        }
        ledger = ledger.plus(new CellLedger(statements, 0, -statements, 0, 0));
    }

    private void readRow(int row) {
        String label = labelOf(row);
        boolean isFilled = heading.columns().values().stream().anyMatch(column -> grid.cell(row, column) != null);
        if (label.isEmpty() && !isFilled) {
            addToLedger(new CellLedger(0, 0, 0, notes(row), 0));
            return;
        }
        RowLabels.Meaning read = labels.of(label);
        boolean isHead = groups.contains(row)
                && read.kind() != Kind.UNIT
                && (read.sign() == Sign.NONE || read.sign() == Sign.MAY_HEAD);
        // Only if it turns out to be no heading has it to name a unit.
        RowLabels.Meaning meaning = isHead ? read : settled(read, label, at(row, labelColumn));
        Kind kind = meaning.kind() != null ? meaning.kind() : isHead ? Kind.OFFICE : Kind.UNIT;
        signed.add(new RowDecisions.Signed(
                new TableRow(
                        kind,
                        row + 1,
                        label,
                        CellAddress.text(row, labelColumn),
                        meaning.unit(),
                        readEntries(row),
                        Map.of()),
                isHead ? Sign.GROUP : meaning.sign(),
                RowLabel.of(label).isBulleted() && !hasOrdinal(row),
                kind != Kind.OFFICE || UnitNames.isOffice(RowLabel.of(label).text())));
    }

    private boolean hasOrdinal(int row) {
        return grid.row(row).headMap(heading.firstColumn(), false).keySet().stream()
                .anyMatch(column -> column != labelColumn);
    }

    private List<RowDecisions.Signed> inUnitsOfTheForm() {
        Map<Integer, BigDecimal> factors = StatedUnits.ask(
                grid,
                form,
                heading,
                sheetPlace,
                signed.stream().map(one -> one.row().entries()).toList(),
                questions);
        return factors.isEmpty()
                ? signed
                : signed.stream().map(one -> one.times(factors)).toList();
    }

    /** What the rows are, now that all of them are known. */
    private void decide() {
        if (form.rows() == Form.Rows.LIST) {
            return;
        }
        RowDecisions.of(inUnitsOfTheForm(), form, sheetPlace, questions).stream()
                .map(row -> row.kind() == Kind.OFFICE && labels.speaksForChildren(row.label())
                        ? row.as(Kind.CHILDREN)
                        : row)
                .forEach(rows::add);
        for (TableRow row : rows) {
            if (row.unit() == null && row.kind() == Kind.OFFICE) {
                settled(labels.of(row.label()), row.label(), sheetPlace.withCell(row.labelCell()));
            }
            refuseSecond(row);
            int figures = row.entries().size();
            int asObservations = row.kind().isLeaf() ? figures : 0;
            addToLedger(new CellLedger(asObservations, 0, figures - asObservations, 0, 0));
        }
        boolean isAnyCounted = rows.stream()
                .anyMatch(row -> (row.kind().isLeaf() || row.kind() == Kind.TOTAL)
                        && !row.entries().isEmpty());
        if (!isAnyCounted && rows.stream().anyMatch(row -> !row.entries().isEmpty())) {
            findings.add(Finding.of(FindingCode.NO_COUNTED_ROWS, at(rows.get(0).number() - 1, labelColumn)));
        }
    }

    /** A total row may have its label in the first column, where the ordinals stand. */
    private String labelOf(int row) {
        String label = VietnameseText.tidy(grid.text(row, labelColumn));
        String first = VietnameseText.tidy(grid.text(row, 0));
        boolean isWords = !heading.columns().containsValue(0) && !first.matches("[\\dIVX.()]*");
        return label.isEmpty() && isWords ? first : label;
    }

    /** A single row without a label is the sender's; beside others nobody can say whose it is. */
    private void refuseRowsWithoutLabel() {
        boolean hasOthers = rows.stream().filter(row -> row.kind().isLeaf()).count() > 1;
        for (TableRow row : rows) {
            if (hasOthers && row.kind() == Kind.SENDER && row.label().isEmpty()) {
                findings.add(Finding.of(
                        FindingCode.UNKNOWN_UNIT,
                        sheetPlace.withCell(row.labelCell()),
                        Fact.WITHIN.is("(" + sender.name() + ")")));
            }
        }
    }

    /** A label that names no unit, or several, is a question; an answer that came back with the workbook settles it. */
    private RowLabels.Meaning settled(RowLabels.Meaning meaning, String label, Place place) {
        if (meaning.kind() != null) {
            return meaning;
        }
        String candidates = meaning.candidates().stream()
                .map(unit -> unit.code() + " " + unit.name())
                .collect(Collectors.joining(", "));
        FindingCode code = meaning.candidates().isEmpty()
                ? FindingCode.UNKNOWN_UNIT
                : meaning.isSimilar() ? FindingCode.SIMILAR_UNIT : FindingCode.AMBIGUOUS_UNIT;
        Fact.Said answerable =
                candidates.isEmpty() ? Fact.WITHIN.is("(" + sender.name() + ")") : Fact.CANDIDATES.is(candidates);
        Finding question = Finding.of(code, place, Fact.NAME.is(label), answerable);
        Optional<Unit> chosen = questions
                .ask(question)
                .flatMap(choice -> meaning.candidates().stream()
                        .filter(unit -> choice.startsWith(unit.code() + " "))
                        .findFirst());
        if (chosen.isEmpty()) {
            return meaning;
        }
        boolean isSender = chosen.get().code().equals(sender.code());
        return new RowLabels.Meaning(
                isSender ? Kind.SENDER : Kind.UNIT, chosen.get().code(), List.of());
    }

    private void refuseSecond(TableRow row) {
        if ((row.kind() == Kind.UNIT || row.kind() == Kind.SENDER) && row.unit() != null) {
            Integer first = rowOfUnit.putIfAbsent(row.unit(), row.number());
            if (first != null) {
                findings.add(Finding.of(
                        FindingCode.DUPLICATE_ROW,
                        sheetPlace.withCell(row.labelCell()),
                        Fact.NAME.is(row.label()),
                        Fact.ROW.is(first)));
            }
        }
    }

    private Map<Integer, Entry> readEntries(int row) {
        Map<Integer, Entry> entries = new TreeMap<>();
        int blank = 0;
        int rejected = 0;
        for (Map.Entry<Integer, Integer> column : heading.columns().entrySet()) {
            Measure measure =
                    form.column(column.getKey()).map(Form.Column::measure).orElse(null);
            if (measure == null) {
                continue;
            }
            NumberCell cell = new ShownValues(measure, at(row, column.getValue()), questions::answered)
                    .read(grid.cell(row, column.getValue()), senses.of(column.getKey()));
            if (cell.finding() != null) {
                findings.add(cell.finding());
            }
            if (cell.isBlank()) {
                blank++;
            } else if (cell.entry() == null) {
                rejected++;
            } else {
                entries.put(column.getKey(), cell.entry());
            }
        }
        addToLedger(new CellLedger(0, blank, 0, notes(row), rejected));
        return entries;
    }

    private void readItem(int row) {
        String name = VietnameseText.tidy(grid.text(row, labelColumn));
        boolean isNamed = !name.isEmpty() && !OPEN_END.matcher(name).matches();
        if (!isNamed && grid.row(row).values().stream().anyMatch(TableReader::isOpenEnd)) {
            isOpen = true;
            addToLedger(new CellLedger(0, 0, 0, grid.row(row).size(), 0));
            return;
        }
        Map<String, String> texts = new TreeMap<>();
        int rejected = 0;
        int blank = 0;
        for (Form.Column attribute : form.columns()) {
            Integer column = heading.columns().get(attribute.no());
            String text = column == null ? "" : VietnameseText.tidy(textOf(row, column, attribute));
            if (text.isEmpty()) {
                blank++;
            } else if (attribute.attribute() != null) {
                String known = known(attribute, text);
                if (known == null) {
                    refuseText(attribute, text, at(row, heading.columns().getOrDefault(attribute.no(), labelColumn)));
                    rejected++;
                } else {
                    texts.put(attribute.attribute(), known);
                }
            }
        }
        if (texts.isEmpty() && rejected == 0) {
            addToLedger(new CellLedger(0, 0, 0, notes(row), 0));
            return;
        }
        if (!isNamed) {
            findings.add(Finding.of(FindingCode.UNKNOWN_TEXT, at(row, labelColumn), Fact.CANDIDATES.is(NAMELESS)));
            addToLedger(new CellLedger(0, blank, 0, notes(row) + texts.size(), rejected));
            return;
        }
        String unit = texts.getOrDefault(UNIT, "");
        RowLabels.Meaning meaning = settled(labels.unit(unit), unit, at(row, columnOf(UNIT)));
        int refusedUnit = meaning.kind() == null ? 1 : 0;
        addToLedger(new CellLedger(texts.size() - refusedUnit, blank, 0, notes(row), rejected + refusedUnit));
        rows.add(new TableRow(
                Kind.ITEM, row + 1, name, CellAddress.text(row, labelColumn), meaning.unit(), Map.of(), texts));
    }

    /** A unit may be written once for several items, in a range of cells shown as one. */
    private String textOf(int row, int column, Form.Column attribute) {
        return UNIT.equals(attribute.attribute()) ? grid.shownText(row, column) : grid.text(row, column);
    }

    private static boolean isOpenEnd(Grid.Cell cell) {
        return OPEN_END.matcher(VietnameseText.tidy(cell.text())).matches();
    }

    private void refuseText(Form.Column attribute, String text, Place place) {
        findings.add(Finding.of(
                FindingCode.UNKNOWN_TEXT,
                place,
                Fact.TEXT.is(text),
                Fact.CANDIDATES.is(String.join(", ", attribute.values()))));
    }

    private void addToLedger(CellLedger cells) {
        ledger = ledger.plus(cells);
    }

    private static @Nullable String known(Form.Column attribute, String text) {
        return attribute.values().isEmpty()
                ? text
                : attribute.values().stream()
                        .filter(value -> VietnameseText.key(value).equals(VietnameseText.key(text)))
                        .findFirst()
                        .orElse(null);
    }

    private int columnOf(String attribute) {
        return form.columns().stream()
                .filter(column -> attribute.equals(column.attribute()))
                .map(column -> heading.columns().getOrDefault(column.no(), labelColumn))
                .findFirst()
                .orElse(labelColumn);
    }

    /** Cells of the row that are in no column of the form: ordinals, labels, remarks. */
    private int notes(int row) {
        return (int) grid.row(row).keySet().stream()
                .filter(column -> heading.columns().entrySet().stream()
                        .noneMatch(known -> known.getValue().equals(column)))
                .count();
    }

    private Place at(int row, int column) {
        return sheetPlace.withCell(CellAddress.text(row, column));
    }
}
