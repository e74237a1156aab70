package tonghop.ingest.recognise;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.ingest.text.UnitNames;

/**
 * Tells which unit sent a sheet: by the agency block above the table, else by the file's name.
 *
 * <p>The block names the agency above first and the sender below it, so the last unit that lies within the ones before
 * is the sender.
 */
public final class SenderRecognition {

    private static final Pattern REPORTER =
            Pattern.compile("^đơn vị báo cáo\\s*:\\s*(.+)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /**
     * A unit's code in a file name, by itself: not in a date such as 31-12-2023, nor in a form's number such as 06-DVC;
     * of a unit that ended in the period perhaps with its last day, as {@code 20791@2025-06-30}.
     */
    private static final Pattern CODE =
            Pattern.compile("(?:^|[_\\s])(\\d{2,5}(@\\d{4}-\\d{2}-\\d{2})?)(?=[_\\s(]|\\.\\D|$)");

    private final UnitTree tree;
    private final UnitNames names;
    private final String file;
    private final String sheet;
    private @Nullable Unit sender;
    private @Nullable Finding doubt;

    private SenderRecognition(UnitTree tree, UnitNames names, String file, String sheet) {
        this.tree = tree;
        this.names = names;
        this.file = file;
        this.sheet = sheet;
    }

    /**
     * The sender of a sheet.
     *
     * @param findings why there is none, or what speaks against it
     */
    public record Recognised(Optional<Unit> unit, List<Finding> findings) {}

    public static Recognised senderOf(Head head, UnitTree tree, UnitNames names, String file, String sheet) {
        SenderRecognition recognition = new SenderRecognition(tree, names, file, sheet);
        head.lines().forEach(recognition::consider);
        return recognition.result();
    }

    private void consider(Head.Line line) {
        Matcher reporter = REPORTER.matcher(line.text());
        String text = reporter.matches() ? reporter.group(1) : line.text();
        List<Unit> units = names.existingAtTheEnd(names.named(text));
        Unit before = sender;
        List<Unit> within = before == null
                ? units
                : units.stream()
                        .filter(unit -> tree.isWithin(unit.code(), before.code()))
                        .toList();
        Place place = Place.inCell(file, sheet, line.address());
        if (within.size() == 1) {
            if (before == null || !within.get(0).code().equals(before.code())) {
                sender = within.get(0);
                doubt = null;
            }
        } else if (within.size() > 1) {
            doubt = Finding.of(
                    FindingCode.AMBIGUOUS_UNIT, place, Fact.NAME.is(line.text()), Fact.CANDIDATES.is(listed(within)));
        } else if (before != null && !units.isEmpty() && !isAbove(units, before)) {
            doubt = Finding.of(
                    FindingCode.AMBIGUOUS_UNIT,
                    place,
                    Fact.NAME.is(line.text()),
                    Fact.CANDIDATES.is(listed(
                            Stream.concat(Stream.of(before), units.stream()).toList())));
        } else if (units.isEmpty() && (UnitNames.isCommitteeOfTerritory(text) || reporter.matches())) {
            List<Unit> similar =
                    before == null ? List.copyOf(names.similar(text)) : names.similarWithin(text, before.code());
            if (!similar.isEmpty()) {
                doubt = Finding.of(
                        FindingCode.SIMILAR_UNIT,
                        place,
                        Fact.NAME.is(line.text()),
                        Fact.CANDIDATES.is(listed(similar)));
            } else if (!reporter.matches() || UnitNames.isTerritorial(text)) {
                doubt = Finding.of(FindingCode.UNKNOWN_UNIT, place, Fact.NAME.is(line.text()));
            }
        }
    }

    private boolean isAbove(List<Unit> units, Unit lower) {
        return units.stream().anyMatch(unit -> tree.isWithin(lower.code(), unit.code()));
    }

    private Recognised result() {
        if (doubt != null) {
            return new Recognised(Optional.empty(), List.of(doubt));
        }
        List<Unit> ofFile = unitsOfFile();
        Place nowhere = Place.inCell(file, sheet, null);
        if (sender != null) {
            String code = sender.code();
            List<Finding> otherCode = ofFile.isEmpty()
                            || ofFile.stream().anyMatch(unit -> unit.code().equals(code))
                    ? List.of()
                    : List.of(Finding.of(
                            FindingCode.UNIT_SIGNS_DISAGREE,
                            nowhere,
                            Fact.OTHER_UNIT.is(ofFile.get(0).code()),
                            Fact.UNIT.is(code)));
            return new Recognised(Optional.of(sender), otherCode);
        }
        return switch (ofFile.size()) {
            case 0 -> new Recognised(Optional.empty(), List.of(Finding.of(FindingCode.UNKNOWN_UNIT, nowhere)));
            case 1 -> new Recognised(Optional.of(ofFile.get(0)), List.of());
            default ->
                new Recognised(
                        Optional.empty(),
                        List.of(Finding.of(
                                FindingCode.AMBIGUOUS_UNIT,
                                nowhere,
                                Fact.NAME.is(ofFile.get(0).registeredCode()),
                                Fact.CANDIDATES.is(listed(ofFile)))));
        };
    }

    private static String listed(List<Unit> units) {
        return String.join(
                ", ",
                units.stream().map(unit -> unit.code() + " " + unit.name()).toList());
    }

    /** Several where the code was reused within the period and the sheet's days do not tell which is meant. */
    private List<Unit> unitsOfFile() {
        Matcher code = CODE.matcher(file.substring(file.lastIndexOf('/') + 1));
        if (!code.find()) {
            return List.of();
        }
        Optional<Unit> ended = code.group(2) == null ? Optional.empty() : tree.find(code.group(1));
        return ended.isPresent() ? List.of(ended.get()) : names.existingAtTheEnd(tree.registeredAs(code.group(1)));
    }
}
