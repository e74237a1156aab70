package tonghop.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.Unit.Successor;
import tonghop.domain.unit.UnitListing.Succession;

/** Puts the successors that a conversion table names into a registry. */
final class SuccessorLines {

    private final UnitsDraft draft;
    private final LocalDate day;
    private final List<Finding> findings;

    SuccessorLines(UnitsDraft draft, LocalDate day, List<Finding> findings) {
        this.draft = draft;
        this.day = day;
        this.findings = findings;
    }

    /** All lines about one commune, or a district without communes. */
    void addCommune(List<Succession> lines) {
        Succession first = lines.get(0);
        String old = first.old().code() + " " + first.old().name();
        Map<String, Boolean> wholeness = new TreeMap<>();
        lines.stream()
                .filter(line -> draft.find(line.next().code(), day).isPresent())
                .forEach(line -> wholeness.merge(line.next().code(), line.isWhole(), Boolean::logicalAnd));
        boolean isDivided = wholeness.size() > 1;
        if (isDivided && wholeness.containsValue(true)) {
            tell(
                    FindingCode.UNITS_WHOLE_AND_PART,
                    first,
                    Fact.SUCCESSORS.is(String.join(", ", wholeness.keySet())),
                    Fact.UNIT.is(old));
        }
        if (!isDivided && wholeness.containsValue(false)) {
            tell(
                    FindingCode.UNITS_PART_ALONE,
                    first,
                    Fact.SUCCESSORS.is(String.join(", ", wholeness.keySet())),
                    Fact.UNIT.is(old));
        }
        List<Successor> listed = wholeness.entrySet().stream()
                .map(next -> new Successor(next.getKey(), day, !isDivided && next.getValue()))
                .toList();
        draft.find(first.old().code(), day.minusDays(1)).ifPresent(unit -> add(unit, listed, first, old));
    }

    /** All lines about the communes of one province; one that ended and has no successors gets theirs. */
    void addProvince(List<Succession> lines) {
        Succession first = lines.get(0);
        List<String> next = lines.stream()
                .map(line -> line.after().get(0).code())
                .distinct()
                .sorted()
                .toList();
        Optional<Unit> province = draft.find(first.before().get(0).code(), day.minusDays(1))
                .filter(unit ->
                        !unit.validity().holdsOn(day) && unit.successors().isEmpty());
        List<Successor> successors = next.stream()
                .filter(code -> draft.find(code, day).isPresent())
                .map(code -> new Successor(code, day, next.size() == 1))
                .toList();
        province.ifPresent(unit -> draft.replace(unit, UnitsDraft.with(unit, unit.validity(), successors)));
    }

    private void add(Unit unit, List<Successor> listed, Succession line, String old) {
        List<Successor> successors = new ArrayList<>(unit.successors());
        listed.stream()
                .filter(next -> unit.successors().stream()
                        .noneMatch(known -> known.code().equals(next.code())
                                && known.since().equals(day)))
                .forEach(successors::add);
        boolean isKnown = !unit.successors().isEmpty();
        if (isKnown && !text(unit.successors()).equals(text(listed))) {
            tell(
                    FindingCode.UNITS_SUCCESSORS_DIFFER,
                    line,
                    Fact.SUCCESSORS.is(text(listed)),
                    Fact.REGISTERED.is(text(unit.successors())),
                    Fact.UNIT.is(old));
        }
        boolean isDivided = isKnown && successors.size() > unit.successors().size();
        draft.replace(unit, UnitsDraft.with(unit, unit.validity(), isDivided ? parts(successors) : successors));
    }

    /** A whole, or shares, to which another part is added are no more what they were. */
    private static List<Successor> parts(List<Successor> successors) {
        return successors.stream()
                .map(next -> new Successor(next.code(), next.since(), false))
                .toList();
    }

    private static String text(List<Successor> successors) {
        return successors.stream()
                .map(next -> "%s@%s:%s".formatted(next.code(), next.since(), next.whole() ? "whole" : "part"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private void tell(FindingCode code, Succession line, Fact.Said... facts) {
        findings.add(Finding.of(code, line.old().place(), facts));
    }
}
