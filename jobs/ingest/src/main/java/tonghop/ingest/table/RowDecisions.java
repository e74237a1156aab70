package tonghop.ingest.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.RowSums;
import tonghop.domain.form.TableRow;
import tonghop.domain.form.TableRow.Kind;
import tonghop.ingest.table.RowLabels.Sign;

/**
 * Decides what each row of a table is, by its words and by what the figures prove.
 *
 * <p>An unambiguous word decides alone. A proof, which is a sum that holds in every column, overrides it; but what a
 * row calls a part or another period is never added: where a total has it, that is a contradiction. What neither words
 * nor figures decide is a question, and the sheet is held until it is answered.
 */
public final class RowDecisions {

    /** So many heads without proof are tried in all combinations against the total; more are taken as they stand. */
    private static final int MOST_TRIED = 10;

    private final RowSums sums;
    private final Place sheet;
    private final Questions questions;
    private final List<Signed> signed;
    private final List<TableRow> rows = new ArrayList<>();
    private final Set<Integer> asked = new HashSet<>();

    private RowDecisions(List<Signed> signed, Form form, Place sheet, Questions questions) {
        this.signed = signed;
        this.sums = RowSums.in(form);
        this.sheet = sheet;
        this.questions = questions;
        signed.forEach(one -> rows.add(one.row()));
    }

    /**
     * A row as its label has it.
     *
     * @param isBulleted whether its label begins with a dash and has no ordinal
     * @param isOfOffice whether its label is that of a unit or office, whatever stands before it
     */
    record Signed(TableRow row, Sign sign, boolean isBulleted, boolean isOfOffice) {

        /** The same with the numbers of some columns multiplied; their raw texts stay. */
        Signed times(Map<Integer, BigDecimal> factors) {
            Map<Integer, Entry> entries = new TreeMap<>(row.entries());
            factors.forEach((column, factor) -> entries.computeIfPresent(
                    column,
                    (no, entry) ->
                            new Entry(entry.value().multiply(factor), entry.qualifier(), entry.cell(), entry.raw())));
            return new Signed(row.with(entries), sign, isBulleted, isOfOffice);
        }
    }

    /** How a question may be answered. */
    private enum Reading {
        OWN("dòng riêng / own row"),
        CONTROL("dòng cộng / total"),
        PART("một phần / part"),
        COMPARISON("so sánh / comparison");

        private final String text;

        Reading(String text) {
            this.text = text;
        }
    }

    /** Rows without a sheet around them, by what they are called and by their figures. */
    public static List<TableRow> byLabel(
            List<TableRow> rows, RowLabels labels, Form form, Place sheet, Questions questions) {
        List<Signed> signed = rows.stream()
                .map(row -> {
                    RowLabels.Meaning meaning = labels.of(row.label());
                    Kind kind = meaning.sign() == Sign.NONE ? null : meaning.kind();
                    return new Signed(kind == null ? row : row.as(kind), meaning.sign(), false, true);
                })
                .toList();
        return of(signed, form, sheet, questions);
    }

    /** The rows with their kinds, in their order. */
    static List<TableRow> of(List<Signed> signed, Form form, Place sheet, Questions questions) {
        RowDecisions decisions = new RowDecisions(signed, form, sheet, questions);
        decisions.decideParts();
        decisions.decideGroups();
        decisions.decideControls();
        decisions.askAboutContradictions();
        decisions.decideSender();
        decisions.askAboutUnnamedTotals();
        decisions.askAboutOthers();
        decisions.askAboutSecondRows();
        return List.copyOf(decisions.rows);
    }

    /** Rows under 'Trong đó:' alone, and rows behind a dash under one that has figures, are parts of the row above. */
    private void decideParts() {
        boolean areAllBulleted =
                signed.stream().filter(one -> one.sign() == Sign.NONE).allMatch(Signed::isBulleted);
        int whole = -1;
        boolean isOpen = false;
        for (int index = 0; index < rows.size(); index++) {
            Signed one = signed.get(index);
            boolean isUnder = one.isBulleted() && !areAllBulleted && !one.isOfOffice() && one.sign() == Sign.NONE;
            if (one.sign() == Sign.PART) {
                isOpen = !sums.isGiven(one.row());
                holdWithin(index, whole);
            } else if (isUnder && (isOpen || (whole >= 0 && isOfFigures(whole)))) {
                become(index, Kind.PART);
                holdWithin(index, whole);
            } else if (!one.isBulleted()) {
                whole = index;
                isOpen = false;
            }
        }
    }

    private boolean isOfFigures(int index) {
        return sums.hasFigures(rows.get(index)) && signed.get(index).sign() == Sign.NONE;
    }

    /** A part that is more than the whole is none. */
    private void holdWithin(int part, int whole) {
        if (whole >= 0 && sums.isGiven(rows.get(whole)) && !sums.isWithin(rows.get(part), rows.get(whole))) {
            ask(part, "exceeds", rows.get(whole), Reading.PART, Reading.OWN);
        }
    }

    /** From the last to the first, so that a group of groups is asked when its groups are known. */
    private void decideGroups() {
        List<Integer> open = new ArrayList<>();
        boolean isAnyProven = false;
        for (int index = rows.size() - 1; index >= 0; index--) {
            Sign sign = signed.get(index).sign();
            if (sign == Sign.GROUP || sign == Sign.MAY_HEAD) {
                become(index, Kind.GROUP);
                boolean isProven = isSumOfRun(index, sign == Sign.MAY_HEAD ? 2 : 1);
                isAnyProven |= isProven;
                if (!isProven && sign == Sign.MAY_HEAD && isLeafWithoutDoubt(index)) {
                    become(index, Kind.OFFICE);
                } else if (!isProven) {
                    open.add(index);
                }
            }
        }
        settle(open, isAnyProven);
    }

    /** No total could say otherwise, or it says so. */
    private boolean isLeafWithoutDoubt(int index) {
        return total().isEmpty() || !sums.hasFigures(rows.get(index));
    }

    private boolean isSumOfRun(int index, int fewest) {
        return RowSums.runsAfter(rows, index).stream()
                .filter(run -> run.stream().filter(sums::hasFigures).count() >= fewest)
                .anyMatch(run -> sums.isSum(rows.get(index), run));
    }

    private void settle(List<Integer> open, boolean isAnyProven) {
        List<Integer> withFigures =
                open.stream().filter(index -> sums.hasFigures(rows.get(index))).toList();
        boolean hasLeaf = rows.stream().anyMatch(row -> row.kind().isLeaf() && sums.isGiven(row));
        open.stream()
                .filter(index -> !sums.hasFigures(rows.get(index)))
                .filter(index -> !hasLeaf && sums.isGiven(rows.get(index)) && !hasRows(index))
                .forEach(index -> become(index, Kind.OFFICE));
        Optional<List<Integer>> proven = total().flatMap(total -> leavesProvenBy(total, withFigures));
        for (int index : withFigures) {
            boolean isLeaf = proven.map(leaves -> leaves.contains(index)).orElse(!hasRows(index));
            if (isLeaf) {
                become(index, Kind.OFFICE);
            } else if (proven.isEmpty() && total().isEmpty() && !isAnyProven && !isSumInSome(index)) {
                ask(index, "group", rows.get(index), Reading.CONTROL, Reading.OWN);
            }
        }
    }

    /** Which of the heads the total counts: as they stand, or else the one combination that makes the sum. */
    private Optional<List<Integer>> leavesProvenBy(TableRow total, List<Integer> heads) {
        List<TableRow> certain = leaves();
        List<Integer> childless =
                heads.stream().filter(index -> !hasRows(index)).toList();
        if (sums.isSum(total, with(certain, childless))) {
            return Optional.of(childless);
        }
        List<List<Integer>> fitting = new ArrayList<>();
        for (int mask = 0; heads.size() <= MOST_TRIED && mask < 1 << heads.size(); mask++) {
            int chosen = mask;
            List<Integer> some = heads.stream()
                    .filter(index -> (chosen >> heads.indexOf(index) & 1) == 1)
                    .toList();
            if (sums.isSum(total, with(certain, some))) {
                fitting.add(some);
            }
        }
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private List<TableRow> with(List<TableRow> certain, Collection<Integer> others) {
        return Stream.concat(certain.stream(), others.stream().map(rows::get)).toList();
    }

    private boolean isSumOfAny(int index) {
        return isSumOfRun(index, 1) || sums.isSum(rows.get(index), RowSums.runBefore(rows, index));
    }

    private boolean isSumInSome(int index) {
        return RowSums.runsAfter(rows, index).stream().anyMatch(run -> sums.isSumInSome(rows.get(index), run));
    }

    /** Whether rows stand under a head, before the next head or control. */
    private boolean hasRows(int head) {
        return rows.subList(head + 1, rows.size()).stream()
                .filter(row -> row.kind() != Kind.PART && row.kind() != Kind.COMPARISON)
                .findFirst()
                .map(row -> row.kind().isLeaf())
                .filter(isLeaf -> isLeaf && !isHeadNext(head))
                .isPresent();
    }

    private boolean isHeadNext(int head) {
        Sign next = head + 1 < signed.size() ? signed.get(head + 1).sign() : Sign.NONE;
        return next == Sign.GROUP;
    }

    /** Totals and subtotals: one that adds up everything is the total, one that closes a group is not. */
    private void decideControls() {
        List<TableRow> all = leaves();
        boolean areSeveral =
                rows.stream().filter(row -> row.kind() == Kind.TOTAL).count() > 1;
        for (int index = 0; index < rows.size(); index++) {
            Sign sign = signed.get(index).sign();
            TableRow row = rows.get(index);
            boolean isAll = sums.isSum(row, all);
            if ((sign == Sign.SUBTOTAL || sign == Sign.RUNNING_TOTAL) && isAll) {
                become(index, Kind.TOTAL);
            } else if (sign == Sign.RUNNING_TOTAL) {
                become(index, Kind.COMPARISON);
            } else if (sign == Sign.TOTAL && areSeveral && !isAll && isSumOfAny(index)) {
                become(index, Kind.GROUP);
            }
        }
    }

    /** A total that has what its rows call a part, or another period. */
    private void askAboutContradictions() {
        Optional<TableRow> total = total();
        List<TableRow> all = leaves();
        if (total.isEmpty() || sums.isSum(total.get(), all)) {
            return;
        }
        List<Integer> remarks = indicesOf(Kind.PART, Kind.COMPARISON);
        boolean hasAll = remarks.size() > 1 && sums.isSum(total.get(), with(all, remarks));
        for (int index : remarks) {
            if (sums.hasFigures(rows.get(index)) && (hasAll || sums.isSum(total.get(), with(all, List.of(index))))) {
                boolean isPart = rows.get(index).kind() == Kind.PART;
                ask(index, "in-total", total.get(), isPart ? Reading.PART : Reading.COMPARISON, Reading.OWN);
            }
        }
    }

    /** The sender's own name is over all its rows, if it is their sum, and otherwise a row of its own. */
    private void decideSender() {
        for (int index : indicesOf(Kind.SENDER)) {
            TableRow row = rows.get(index);
            List<TableRow> others = leavesWithout(index);
            boolean isNamed = !row.label().isEmpty();
            if (isNamed
                    && others.stream().filter(other -> sums.meet(row, other)).count() > 1
                    && sums.isSum(row, others)) {
                become(index, Kind.TOTAL);
            }
        }
    }

    private void askAboutUnnamedTotals() {
        for (UnnamedTotals.Doubted doubted : UnnamedTotals.in(rows, sums)) {
            TableRow row = doubted.row();
            String cells = "%s–%s"
                    .formatted(doubted.first().labelCell(), doubted.last().labelCell());
            if (doubted.isCertain()) {
                ask(rows.indexOf(row), "sum", cells, Reading.CONTROL, Reading.OWN);
            } else {
                questions.tell(Finding.of(
                        FindingCode.LOOKS_LIKE_TOTAL,
                        sheet.withCell(row.labelCell()),
                        Fact.ROW.is(row.label()),
                        Fact.CELLS.is(cells)));
            }
        }
    }

    /** A row called after a unit of somebody else. */
    private void askAboutOthers() {
        for (int index = 0; index < rows.size(); index++) {
            TableRow row = rows.get(index);
            if (signed.get(index).sign() == Sign.ELSEWHERE && row.kind().isLeaf() && sums.hasFigures(row)) {
                ask(index, "elsewhere", row, Reading.OWN, Reading.COMPARISON);
            }
        }
    }

    /** The same office twice in a group: one of the rows may repeat the other. */
    private void askAboutSecondRows() {
        Map<String, TableRow> first = new TreeMap<>();
        for (int index = 0; index < rows.size(); index++) {
            TableRow row = rows.get(index);
            if (row.kind().isControl()) {
                first.clear();
            } else if (row.kind() == Kind.OFFICE && sums.hasFigures(row)) {
                TableRow before = first.putIfAbsent(row.label(), row);
                if (before != null) {
                    ask(index, "twice", before, Reading.OWN, Reading.COMPARISON);
                }
            }
        }
    }

    private void ask(int index, String reason, TableRow other, Reading first, Reading second) {
        ask(index, reason, other.labelCell(), first, second);
    }

    private void ask(int index, String reason, String cells, Reading first, Reading second) {
        TableRow row = rows.get(index);
        if (!asked.add(index)) {
            return;
        }
        questions
                .ask(Finding.of(
                        FindingCode.ROW_MEANING,
                        sheet.withCell(row.labelCell()),
                        Fact.ROW.is(row.label()),
                        Fact.CANDIDATES.is(first.text + ", " + second.text),
                        Fact.REASON.is(reason),
                        Fact.CELLS.is(cells)))
                .ifPresent(chosen -> become(index, chosen.equals(first.text) ? kind(first, row) : kind(second, row)));
    }

    private static Kind kind(Reading reading, TableRow row) {
        return switch (reading) {
            case OWN -> row.kind().isLeaf() ? row.kind() : Kind.OFFICE;
            case CONTROL -> Kind.GROUP;
            case PART -> Kind.PART;
            case COMPARISON -> Kind.COMPARISON;
        };
    }

    private void become(int index, Kind kind) {
        rows.set(index, rows.get(index).as(kind));
    }

    /** The total that has figures; the last of several. */
    private Optional<TableRow> total() {
        return rows.stream()
                .filter(row -> row.kind() == Kind.TOTAL && sums.hasFigures(row))
                .reduce((first, second) -> second);
    }

    private List<TableRow> leaves() {
        return rows.stream().filter(row -> row.kind().isLeaf()).toList();
    }

    private List<TableRow> leavesWithout(int index) {
        TableRow row = rows.get(index);
        return leaves().stream().filter(other -> !other.equals(row)).toList();
    }

    private List<Integer> indicesOf(Kind... kinds) {
        List<Integer> indices = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            if (List.of(kinds).contains(rows.get(index).kind())) {
                indices.add(index);
            }
        }
        return indices;
    }
}
