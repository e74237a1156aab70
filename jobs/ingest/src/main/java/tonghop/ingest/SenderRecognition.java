package tonghop.ingest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Place;
import tonghop.domain.Unit;
import tonghop.domain.UnitTree;

/**
 * Tells which unit sent a sheet: by the agency block above the table, else by the file's name.
 *
 * <p>The block names the agency above first and the sender below it, so the last unit that lies within the ones before
 * is the sender.
 */
final class SenderRecognition {

    private static final Pattern REPORTER =
            Pattern.compile("^đơn vị báo cáo\\s*:\\s*(.+)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /**
     * A unit's code in a file name, by itself: not in a date such as 31-12-2023, nor in a form's number such as 06-DVC.
     */
    private static final Pattern CODE = Pattern.compile("(?:^|[_\\s])(\\d{2,5})(?=[_\\s(]|\\.\\D|$)");

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
    record Recognised(Optional<Unit> unit, List<Finding> findings) {}

    static Recognised senderOf(Head head, UnitTree tree, UnitNames names, String file, String sheet) {
        SenderRecognition recognition = new SenderRecognition(tree, names, file, sheet);
        head.lines().forEach(recognition::consider);
        return recognition.result();
    }

    private void consider(Head.Line line) {
        Matcher reporter = REPORTER.matcher(line.text());
        String text = reporter.matches() ? reporter.group(1) : line.text();
        List<Unit> units = names.named(text);
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
            doubt = Finding.of(FindingCode.AMBIGUOUS_UNIT, place, line.text(), listed(within));
        } else if (before != null && !units.isEmpty() && !isAbove(units, before)) {
            doubt = Finding.of(
                    FindingCode.AMBIGUOUS_UNIT,
                    place,
                    line.text(),
                    listed(Stream.concat(Stream.of(before), units.stream()).toList()));
        } else if (units.isEmpty() && (UnitNames.isCommitteeOfTerritory(text) || reporter.matches())) {
            List<Unit> similar =
                    before == null ? List.copyOf(names.similar(text)) : names.similarWithin(text, before.code());
            if (!similar.isEmpty()) {
                doubt = Finding.of(FindingCode.SIMILAR_UNIT, place, line.text(), listed(similar));
            } else if (!reporter.matches() || UnitNames.isTerritorial(text)) {
                doubt = Finding.of(FindingCode.UNKNOWN_UNIT, place, line.text(), "");
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
        Optional<Unit> ofFile = unitOfFile();
        if (sender == null) {
            Finding nobody = Finding.of(FindingCode.UNKNOWN_UNIT, Place.inCell(file, sheet, null), "", "");
            return new Recognised(ofFile, ofFile.isPresent() ? List.of() : List.of(nobody));
        }
        Unit named = sender;
        return new Recognised(
                Optional.of(named),
                ofFile.filter(unit -> !unit.code().equals(named.code())).stream()
                        .map(unit -> Finding.of(
                                FindingCode.UNIT_SIGNS_DISAGREE,
                                Place.inCell(file, sheet, null),
                                unit.code(),
                                named.code()))
                        .toList());
    }

    private static String listed(List<Unit> units) {
        return String.join(
                ", ",
                units.stream().map(unit -> unit.code() + " " + unit.name()).toList());
    }

    private Optional<Unit> unitOfFile() {
        Matcher code = CODE.matcher(file.substring(file.lastIndexOf('/') + 1));
        return code.find() ? tree.find(code.group(1)) : Optional.empty();
    }
}
