package tonghop.ingest.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.ColumnSum;
import tonghop.domain.form.FormRule;

/**
 * Reads the row of column numbers of a blank form, and tells what looks like a misprint in it: official forms have
 * them, and nothing printed is obeyed blindly.
 */
final class FormulaDoubts {

    private final List<PrintedColumn> columns;
    private final Place sheet;
    private final List<Finding> doubts = new ArrayList<>();
    private final List<FormRule> rules = new ArrayList<>();
    private final List<String> doubtfulRules = new ArrayList<>();
    private final List<PrintedColumn> numbered;
    private final Map<PrintedColumn, List<FormRule>> formulas = new LinkedHashMap<>();

    private FormulaDoubts(List<PrintedColumn> columns, Place sheet) {
        this.columns = columns;
        this.sheet = sheet;
        this.numbered = rising(columns);
    }

    /**
     * What the row says.
     *
     * @param columns those whose numbers rise from left to right
     */
    record Read(List<PrintedColumn> columns, List<FormRule> rules, List<String> doubtfulRules, List<Finding> doubts) {}

    static Read of(List<PrintedColumn> columns, Place sheet) {
        FormulaDoubts reading = new FormulaDoubts(columns, sheet);
        reading.doubtNumbers();
        reading.doubtLabels();
        reading.readFormulas();
        reading.formulas.forEach(reading::doubtFormula);
        return new Read(reading.numbered, reading.rules, reading.doubtfulRules, reading.doubts);
    }

    /** The longest row of rising numbers; of several the one that ends lowest, leftmost. */
    private static List<PrintedColumn> rising(List<PrintedColumn> columns) {
        int[] length = new int[columns.size()];
        int[] before = new int[columns.size()];
        int best = -1;
        for (int index = 0; index < columns.size(); index++) {
            length[index] = 1;
            before[index] = -1;
            for (int earlier = 0; earlier < index; earlier++) {
                boolean rises = columns.get(earlier).no() < columns.get(index).no();
                if (rises && length[earlier] + 1 > length[index]) {
                    length[index] = length[earlier] + 1;
                    before[index] = earlier;
                }
            }
            if (best < 0 || length[index] > length[best]) {
                best = index;
            }
        }
        List<PrintedColumn> rising = new ArrayList<>();
        for (int index = best; index >= 0; index = before[index]) {
            rising.add(columns.get(index));
        }
        Collections.reverse(rising);
        return rising;
    }

    private void doubtNumbers() {
        Set<Integer> rising = numbered.stream().map(PrintedColumn::no).collect(Collectors.toSet());
        for (PrintedColumn column : columns) {
            if (!numbered.contains(column)) {
                FindingCode code = rising.contains(column.no())
                        ? FindingCode.BLANK_NUMBER_TWICE
                        : FindingCode.BLANK_NUMBER_SKIPPED;
                doubt(code, column, Fact.COLUMN.is(column.no()), Fact.LABEL.is(column.leaf()));
            }
        }
        for (int index = 1; index < numbered.size(); index++) {
            int expected = numbered.get(index - 1).no() + 1;
            PrintedColumn column = numbered.get(index);
            if (column.no() != expected) {
                doubt(
                        FindingCode.BLANK_NUMBER_SKIPPED,
                        column,
                        Fact.COLUMN.is(column.no()),
                        Fact.OTHER_COLUMN.is(expected),
                        Fact.LABEL.is(column.leaf()));
            }
        }
    }

    private void doubtLabels() {
        Map<List<String>, PrintedColumn> first = new LinkedHashMap<>();
        for (PrintedColumn column : columns) {
            PrintedColumn other = column.path().isEmpty() ? null : first.putIfAbsent(column.path(), column);
            if (other != null) {
                doubt(
                        FindingCode.BLANK_LABEL_TWICE,
                        column,
                        Fact.HEADING.is(String.join(" - ", column.path())),
                        Fact.OTHER_COLUMN.is(other.no()),
                        Fact.COLUMN.is(column.no()));
            }
        }
    }

    private void readFormulas() {
        for (PrintedColumn column : columns) {
            if (column.hasFormula()) {
                try {
                    formulas.put(column, FormRule.parse(column.mark(), Severity.ERROR));
                } catch (IllegalArgumentException e) {
                    doubt(FindingCode.BLANK_FORMULA_UNREADABLE, column, Fact.RULE.is(column.mark()));
                    doubtfulRules.add(column.mark());
                }
            }
        }
    }

    private void doubtFormula(PrintedColumn column, List<FormRule> sides) {
        for (FormRule side : sides) {
            boolean isSound = namesColumns(column, side)
                    && !namesItself(column, side)
                    && !isOfAPart(column, side)
                    && !hasAPartForItsWhole(column, side);
            if (isSound && numbered.contains(column)) {
                rules.add(side);
            } else {
                doubtfulRules.add(side.toString());
            }
        }
    }

    private boolean namesColumns(PrintedColumn column, FormRule side) {
        Set<Integer> known = columns.stream().map(PrintedColumn::no).collect(Collectors.toSet());
        Set<Integer> unknown = new TreeSet<>(side.columns());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            String numbers = unknown.stream().map(String::valueOf).collect(Collectors.joining(", "));
            doubt(FindingCode.BLANK_FORMULA_NO_COLUMN, column, Fact.RULE.is(column.mark()), Fact.COLUMN.is(numbers));
        }
        return unknown.isEmpty();
    }

    private boolean namesItself(PrintedColumn column, FormRule side) {
        boolean isItself = side.right().columns().contains(column.no());
        if (isItself) {
            doubt(
                    FindingCode.BLANK_FORMULA_OF_ITSELF,
                    column,
                    Fact.RULE.is(column.mark()),
                    Fact.COLUMN.is(column.no()));
        }
        return isItself;
    }

    /** A sum over another group that stands at one kind among others, such as 'Lần 2' or 'Chưa giải quyết'. */
    private boolean isOfAPart(PrintedColumn column, FormRule side) {
        if (column.group().isEmpty() || column.readsLikeAWhole()) {
            return false;
        }
        List<PrintedColumn> parts = columns.stream()
                .filter(part -> side.right().columns().contains(part.no()))
                .toList();
        boolean isElsewhere = parts.stream().noneMatch(part -> part.isWithin(column.group()));
        if (isElsewhere) {
            doubt(
                    FindingCode.BLANK_FORMULA_OF_A_PART,
                    column,
                    Fact.RULE.is(side.toString()),
                    Fact.LABEL.is(column.leaf()));
        }
        return isElsewhere;
    }

    /** 15+18 where 16=17+18: one part of a sum stands in the place of the sum. */
    private boolean hasAPartForItsWhole(PrintedColumn column, FormRule side) {
        Set<Integer> parts = new HashSet<>(side.right().columns());
        for (int part : side.right().columns()) {
            Optional<Integer> whole = wholeOf(part, column, parts);
            if (whole.isPresent()) {
                ColumnSum fitting = new ColumnSum(side.right().terms().stream()
                        .map(term -> term.column() == part ? new ColumnSum.Term(term.factor(), whole.get()) : term)
                        .toList());
                doubt(
                        FindingCode.BLANK_FORMULA_PARTS,
                        column,
                        Fact.RULE.is(side.toString()),
                        Fact.MEANT.is(side.left() + " = " + fitting),
                        Fact.COLUMN.is(part),
                        Fact.OTHER_COLUMN.is(whole.get()));
                return true;
            }
        }
        return false;
    }

    private Optional<Integer> wholeOf(int part, PrintedColumn column, Set<Integer> parts) {
        return formulas.entrySet().stream()
                .filter(other -> other.getKey().no() != column.no()
                        && !parts.contains(other.getKey().no()))
                .filter(other -> other.getValue().stream()
                        .map(rule -> rule.right().columns())
                        .anyMatch(components -> components.contains(part)
                                && isSubtotal(other.getKey(), components)
                                && !components.contains(column.no())
                                && !parts.containsAll(components)))
                .map(other -> other.getKey().no())
                .findFirst();
    }

    /** Whether it sums up its own group of columns, rather than counting the same things another way. */
    private boolean isSubtotal(PrintedColumn whole, List<Integer> components) {
        return !whole.group().isEmpty()
                && columns.stream()
                        .filter(column -> components.contains(column.no()))
                        .allMatch(column -> column.isWithin(whole.group()));
    }

    private void doubt(FindingCode code, PrintedColumn column, Fact.Said... facts) {
        doubts.add(Finding.of(code, sheet.withCell(column.cell()), facts));
    }
}
