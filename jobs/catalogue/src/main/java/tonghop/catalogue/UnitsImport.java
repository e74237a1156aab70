package tonghop.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tonghop.domain.UnitLevel;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitListing.Listed;
import tonghop.domain.unit.UnitListing.Succession;

/**
 * Adds the lists of a statistics office to a registry.
 *
 * <p>Nothing that is registered is lost: names, parents, shares and successors stay, and where a list says otherwise
 * that is a finding. Only the last day of a unit that a reorganisation ended is set.
 */
public final class UnitsImport {

    private static final String COUNTRY = "VN";

    private final UnitsDraft draft;
    private final UnaryOperator<String> key;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /**
     * Prepares an import.
     *
     * @param key what is the same for names that differ in case and in the place of their tone marks alone
     */
    public UnitsImport(Collection<Unit> registry, UnaryOperator<String> key) {
        this.draft = new UnitsDraft(registry);
        this.key = key;
    }

    /** The registry with all that was added, by level, what was there before in its order. */
    public List<Unit> units() {
        return draft.units();
    }

    /** What did not fit, in the order of the lists. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Adds a list of the units that there are on {@code day}. How long they have been there, and how long they stay, is
     * bounded by what bore their codes before and after, and by the units above.
     */
    public void addValidOn(LocalDate day, List<Listed> listed) {
        listed.forEach(unit -> ensure(unit, day, Validity.ALWAYS));
        for (Unit unit : notListed(day, listed)) {
            tell(FindingCode.UNITS_NOT_LISTED, listed.get(0), Fact.CODE.is(unit.code()), Fact.NAME.is(unit.name()));
        }
    }

    /** Adds a list of the units that there are from {@code day}; of the provinces listed, what it lacks has ended. */
    public void addBeginning(LocalDate day, List<Listed> listed) {
        Set<String> seen = new HashSet<>();
        for (Listed unit : listed) {
            boolean isFirst = seen.add(unit.level() + unit.code());
            draft.find(unit.code(), day)
                    .filter(known -> isFirst && !isBornOn(known, day) && !continuesAs(known, unit))
                    .ifPresent(known -> draft.end(known, day.minusDays(1)));
            ensure(unit, day, new Validity(day, null));
        }
        for (Unit unit : notListed(day, listed)) {
            endWithoutList(unit, day, listed.get(0));
        }
    }

    /** Adds a conversion table of {@code day}: who ended on its eve, who began, and who took over from whom. */
    public void addSuccessions(LocalDate day, List<Succession> table) {
        LocalDate eve = day.minusDays(1);
        table.forEach(line -> line.before().forEach(unit -> ensure(unit, eve, Validity.ALWAYS)));
        Set<String> lastingProvinces = lastingProvinces(table);
        for (Succession line : table) {
            line.before().stream()
                    .filter(unit -> unit.level() != UnitLevel.PROVINCE || !lastingProvinces.contains(unit.code()))
                    .forEach(unit -> draft.find(unit.code(), eve).ifPresent(known -> draft.end(known, eve)));
        }
        table.forEach(line -> line.after().forEach(unit -> ensure(unit, day, new Validity(day, null))));
        SuccessorLines successors = new SuccessorLines(draft, day, findings);
        grouped(table, Succession::old).forEach(successors::addCommune);
        grouped(table, line -> line.before().get(0)).forEach(successors::addProvince);
        endOrphans(table, day);
    }

    /** The lines about the same unit together, in the order of the table. */
    private static Collection<List<Succession>> grouped(List<Succession> table, Function<Succession, Listed> unit) {
        return table.stream()
                .collect(
                        Collectors.groupingBy(line -> unit.apply(line).code(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** Provinces that go on under their own code, name and alone: nobody else's communes came to them. */
    private Set<String> lastingProvinces(List<Succession> table) {
        Map<String, Set<String>> sources = new HashMap<>();
        Map<String, Set<String>> targets = new HashMap<>();
        Set<String> named = new HashSet<>();
        for (Succession line : table) {
            Listed before = line.before().get(0);
            Listed after = line.after().get(0);
            sources.computeIfAbsent(after.code(), code -> new HashSet<>()).add(before.code());
            targets.computeIfAbsent(before.code(), code -> new HashSet<>()).add(after.code());
            if (sameName(before.name(), after.name())) {
                named.add(before.code());
            }
        }
        named.removeIf(
                code -> !Set.of(code).equals(sources.get(code)) || !Set.of(code).equals(targets.get(code)));
        return named;
    }

    /** Communes of the districts that ended, of which the table says nothing, cannot go on below nobody. */
    private void endOrphans(List<Succession> table, LocalDate day) {
        Map<String, Listed> districts = new LinkedHashMap<>();
        table.forEach(line -> districts.putIfAbsent(line.before().get(1).code(), line.old()));
        for (Unit unit : draft.units()) {
            Listed inTable = unit.parent() == null ? null : districts.get(unit.parent());
            if (inTable != null
                    && unit.validity().holdsOn(day.minusDays(1))
                    && unit.successors().isEmpty()) {
                endWithoutList(unit, day, inTable);
            }
        }
    }

    private void endWithoutList(Unit unit, LocalDate day, Listed near) {
        Unit ended = draft.end(unit, day.minusDays(1));
        // Districts were abolished; what became of them follows from their communes.
        if (ended.successors().isEmpty() && ended.level() != UnitLevel.DISTRICT) {
            tell(FindingCode.UNITS_NO_SUCCESSOR, near, Fact.CODE.is(unit.code()), Fact.NAME.is(unit.name()));
        }
    }

    private List<Unit> notListed(LocalDate day, List<Listed> listed) {
        Set<String> codes =
                listed.stream().map(unit -> unit.level() + unit.code()).collect(Collectors.toSet());
        Set<String> above = listed.stream().map(Listed::code).collect(Collectors.toSet());
        return draft.units().stream()
                .filter(unit -> unit.validity().holdsOn(day)
                        && !codes.contains(unit.level() + unit.code())
                        && unit.parent() != null
                        && isBelowListed(unit, day, above))
                .toList();
    }

    private boolean isBelowListed(Unit unit, LocalDate day, Set<String> listed) {
        Optional<Unit> above = Optional.ofNullable(unit.parent()).flatMap(parent -> draft.find(parent, day));
        return above.filter(parent -> listed.contains(parent.code()) || isBelowListed(parent, day, listed))
                .isPresent();
    }

    private static boolean isBornOn(Unit unit, LocalDate day) {
        return day.equals(unit.validity().from());
    }

    private boolean continuesAs(Unit known, Listed listed) {
        return known.level() == listed.level()
                && sameName(known.name(), listed.name())
                && parentOf(listed).equals(known.parent());
    }

    private static String parentOf(Listed listed) {
        return listed.parent() == null ? COUNTRY : listed.parent();
    }

    /** Sees to it that the registry has {@code listed} on {@code day}. */
    private void ensure(Listed listed, LocalDate day, Validity bounds) {
        tellSpellings(listed, day);
        Optional<Unit> known = draft.find(listed.code(), day);
        if (known.isPresent()) {
            compare(known.get(), listed);
            return;
        }
        String parent = parentOf(listed);
        Optional<Unit> above = draft.find(parent, day);
        if (above.isEmpty()) {
            tell(
                    FindingCode.UNITS_PARENT_UNKNOWN,
                    listed,
                    Fact.PARENT.is(parent),
                    Fact.NAME.is(listed.name()),
                    Fact.CODE.is(listed.code()));
            return;
        }
        draft.bearers(listed.code()).stream()
                .filter(before ->
                        before.validity().to() != null && before.validity().to().isBefore(day))
                .forEach(before -> tellName(FindingCode.UNITS_CODE_REUSED, listed, listed.name(), before.name()));
        Validity free = draft.freeAround(listed.code(), day, above.get().validity());
        Validity days = new Validity(bounds.from() == null ? free.from() : bounds.from(), free.to());
        draft.add(new Unit(listed.code(), listed.name(), listed.level(), parent, days, List.of()));
    }

    private void compare(Unit known, Listed listed) {
        if (!sameName(known.name(), listed.name())) {
            tellName(FindingCode.UNITS_NAME_DIFFERS, listed, listed.written(), known.name());
        }
        if (!parentOf(listed).equals(known.parent())) {
            tell(
                    FindingCode.UNITS_PARENT_DIFFERS,
                    listed,
                    Fact.PARENT.is(parentOf(listed)),
                    Fact.REGISTERED.is(String.valueOf(known.parent())),
                    Fact.UNIT.is(listed.code() + " " + known.name()));
        }
    }

    private void tellSpellings(Listed listed, LocalDate day) {
        String first = spellings.putIfAbsent(day + listed.code(), listed.written());
        String name = draft.find(listed.code(), day).map(Unit::name).orElse(listed.name());
        if (first != null && !first.equals(listed.written()) && key.apply(first).equals(key.apply(listed.written()))) {
            tellName(FindingCode.UNITS_TWO_SPELLINGS, listed, listed.written(), first);
        }
        if (withoutKind(listed.name()).equals(listed.name())) {
            tell(
                    FindingCode.UNITS_KIND_MISSING,
                    listed,
                    Fact.NAME.is(listed.written()),
                    Fact.MEANT.is(name),
                    Fact.CODE.is(listed.code()));
        }
    }

    /** Whether two names are the same but for case and the place of tone marks, and for a kind that one lacks. */
    private boolean sameName(String one, String other) {
        boolean lacksKind = one.equals(withoutKind(one)) || other.equals(withoutKind(other));
        return lacksKind
                ? key.apply(withoutKind(one)).equals(key.apply(withoutKind(other)))
                : key.apply(one).equals(key.apply(other));
    }

    private static String withoutKind(String name) {
        return name.replaceFirst("^(?i:tỉnh|thành phố|thị xã|thị trấn|huyện|quận|xã|phường|đặc khu)\\s+", "");
    }

    /** Says that a name is not the one that is {@code registered}. */
    private void tellName(FindingCode code, Listed listed, String name, String registered) {
        tell(code, listed, Fact.NAME.is(name), Fact.REGISTERED.is(registered), Fact.CODE.is(listed.code()));
    }

    /** Says the same of a unit only once, at the first line. */
    private void tell(FindingCode code, Listed listed, Fact.Said... facts) {
        if (told.add(code + " " + Arrays.toString(facts))) {
            findings.add(Finding.of(code, listed.place(), facts));
        }
    }
}
