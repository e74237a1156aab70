package tonghop.domain.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.PathContent.Sheet;

/** What senders are told when all that was sent is seen together; never kept with a reading. */
public final class StandingFindings {

    private static final int MOST_CELLS = 12;

    private final Known known;
    private final Definitions definitions;
    private final LocalDate today;
    private final List<Told> told = new ArrayList<>();

    private StandingFindings(Known known, Definitions definitions, LocalDate today) {
        this.known = known;
        this.definitions = definitions;
        this.today = today;
    }

    /** What is asked about sheets beyond what decides whether they count. */
    public interface Known {

        /** How a sheet is called in its file. */
        @Nullable String name(Sheet sheet);

        /** Where two sheets say different things, in the order of the one. */
        List<Differing> differing(Sheet one, Sheet other);
    }

    /**
     * A cell of a sheet that another version contradicts.
     *
     * @param there absent where the other says nothing
     */
    public record Differing(
            String cell, String here, @Nullable String there) {}

    /** What is said to the sender of a sheet. */
    public record Told(Sheet sheet, Finding finding) {}

    public static List<Told> of(StandingSheets standing, Known known, Definitions definitions, LocalDate today) {
        StandingFindings findings = new StandingFindings(known, definitions, today);
        standing.sheets().forEach(findings::add);
        standing.changes().forEach(findings::add);
        return findings.told;
    }

    /**
     * Says that a sheet is held against one in another file.
     *
     * @param sheet where it is
     */
    public static Finding twoVersions(Place sheet, List<Differing> differing, String file) {
        String cells = differing.stream()
                .limit(MOST_CELLS)
                .map(cell ->
                        "%s: %s ≠ %s".formatted(cell.cell(), cell.here(), cell.there() == null ? "…" : cell.there()))
                .collect(Collectors.joining("; "));
        String first = differing.isEmpty() ? null : differing.get(0).cell();
        Place place = new Place(sheet.unit(), sheet.form(), sheet.period(), sheet.file(), sheet.sheet(), first);
        return Finding.of(FindingCode.TWO_VERSIONS, place, Fact.CELLS.is(cells), Fact.FILE.is(file));
    }

    private void add(Standing standing) {
        Sheet sheet = standing.sheet();
        Place place = at(sheet, standing.path(), known.name(sheet));
        switch (standing.state()) {
            case COUNTS ->
                others(standing)
                        .forEach(path -> tell(sheet, Finding.of(FindingCode.REPLACES, place, Fact.FILE.is(path))));
            case SUPERSEDED ->
                others(standing)
                        .forEach(path -> tell(sheet, Finding.of(FindingCode.SUPERSEDED, place, Fact.FILE.is(path))));
            case HELD ->
                standing.others()
                        .forEach(other ->
                                tell(sheet, twoVersions(place, known.differing(sheet, other.sheet()), other.path())));
            case REJECTED ->
                definitions.formsFor(sheet.period()).stream()
                        .filter(form -> form.id().equals(sheet.form()))
                        .flatMap(form -> UnbegunPeriod.check(form, sheet.period(), place, today).stream())
                        .forEach(finding -> tell(sheet, finding));
            case UNCHANGED -> {}
        }
    }

    private static Set<String> others(Standing standing) {
        return standing.others().stream().map(Standing.Other::path).collect(Collectors.toCollection(TreeSet::new));
    }

    private void add(PathChange change) {
        Sheet before = change.before();
        Sheet now = change.now();
        Place gone = at(before, change.path(), null);
        if (now == null) {
            tell(before, Finding.of(FindingCode.FORM_TAKEN_BACK, gone, Fact.FORM.is(before.form())));
            return;
        }
        Place here = at(now, change.path(), known.name(now));
        Fact.Said[] periods = {
            Fact.OTHER_PERIOD.is(before.period().label()),
            Fact.PERIOD.is(now.period().label())
        };
        switch (change.kind()) {
            case NAME_USED_AGAIN -> tell(now, Finding.of(FindingCode.NAME_USED_AGAIN, here, periods));
            case REJECTED -> tell(now, Finding.of(FindingCode.EARLIER_STANDS, here, Fact.FORM.is(before.form())));
            case OTHER_PERIOD ->
                List.of(gone, here).forEach(place -> tell(now, Finding.of(FindingCode.PERIOD_CHANGED, place, periods)));
            default ->
                List.of(gone, here)
                        .forEach(place -> tell(
                                now,
                                Finding.of(
                                        FindingCode.UNIT_CHANGED,
                                        place,
                                        Fact.OTHER_UNIT.is(before.unit()),
                                        Fact.UNIT.is(now.unit()))));
        }
    }

    private static Place at(Sheet sheet, String path, @Nullable String name) {
        return new Place(sheet.unit(), sheet.form(), sheet.period().code(), path, name, null);
    }

    private void tell(Sheet sheet, Finding finding) {
        told.add(new Told(sheet, finding));
    }
}
