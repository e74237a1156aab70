package tonghop.domain.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.PathChange.Kind;
import tonghop.domain.form.PathContent.Sheet;
import tonghop.domain.form.PathContent.Verdict;

/** What one path says, form by form, after all contents that it took on. */
final class PathStatements {

    private final String path;
    private final List<Said> said = new ArrayList<>();
    private final List<Sheet> rejected = new ArrayList<>();
    private final List<PathChange> changes = new ArrayList<>();

    PathStatements(String path) {
        this.path = path;
    }

    /**
     * A sheet that the path says.
     *
     * @param night in which the path took its observations on
     */
    record Said(Sheet sheet, long night) {}

    String path() {
        return path;
    }

    List<Said> said() {
        return said;
    }

    /** The sheets of the present content that were rejected. */
    List<Sheet> rejected() {
        return rejected;
    }

    /** What the present content did to the earlier ones. */
    List<PathChange> changes() {
        return changes;
    }

    /** What another path said, which has become this one, is said by this one. */
    void inherit(PathStatements other) {
        said.addAll(other.said);
    }

    void take(PathContent content) {
        List<Said> before = List.copyOf(said);
        said.clear();
        rejected.clear();
        changes.clear();
        content.sheets().stream().filter(sheet -> sheet.is(Verdict.REJECTED)).forEach(rejected::add);
        for (Said one : before) {
            Optional<PathChange> change = change(one.sheet(), before, content);
            change.ifPresent(changes::add);
            if (change.map(told -> told.kind().leavesStanding()).orElseGet(() -> isUntouched(one.sheet(), content))) {
                said.add(one);
            }
        }
        for (Sheet sheet : content.accepted()) {
            said.add(new Said(sheet, since(sheet, before, content.night())));
        }
    }

    /** What was said already goes on being said since then, in however many other forms the content differs. */
    private static long since(Sheet sheet, List<Said> before, long night) {
        return before.stream()
                .filter(one -> one.sheet().saysTheSame(sheet))
                .mapToLong(Said::night)
                .max()
                .orElse(night);
    }

    /** Whether the content does not speak of what was said: nothing replaces it, and it is not taken back. */
    private static boolean isUntouched(Sheet before, PathContent content) {
        return content.accepted().stream().noneMatch(sheet -> sheet.isOfSameSender(before) && sheet.overlaps(before));
    }

    /** Empty for a plain correction, and where nothing is said about the form. */
    private Optional<PathChange> change(Sheet before, List<Said> all, PathContent content) {
        List<Sheet> again =
                content.accepted().stream().filter(before::isOfSameSender).toList();
        if (again.stream().anyMatch(before::overlaps) || content.withdraws(before)) {
            return Optional.empty();
        }
        Optional<Sheet> refused = rejected.stream().filter(before::isOfSameForm).findFirst();
        Optional<Sheet> later =
                again.stream().filter(sheet -> sheet.beginsAfter(before)).findFirst();
        if (later.isPresent() && refused.isEmpty()) {
            return told(Kind.NAME_USED_AGAIN, before, later.get());
        }
        if (refused.isPresent()) {
            return told(Kind.REJECTED, before, refused.get());
        }
        if (!again.isEmpty()) {
            return told(Kind.OTHER_PERIOD, before, again.get(0));
        }
        Optional<Sheet> other = ofAnotherUnit(before, all, content);
        if (other.isPresent()) {
            return told(Kind.OTHER_UNIT, before, other.get());
        }
        boolean isForLaterPeriod = content.accepted().stream().allMatch(sheet -> sheet.beginsAfter(before));
        return content.isWhole() && !isForLaterPeriod ? told(Kind.FORM_GONE, before, null) : Optional.empty();
    }

    /** The sheet by which the path speaks of a unit that it did not speak of, if it no longer speaks of this one. */
    private static Optional<Sheet> ofAnotherUnit(Sheet before, List<Said> all, PathContent content) {
        if (content.accepted().stream().anyMatch(sheet -> sheet.unit().equals(before.unit()))) {
            return Optional.empty();
        }
        return content.accepted().stream()
                .filter(sheet ->
                        all.stream().noneMatch(one -> one.sheet().unit().equals(sheet.unit())))
                .findFirst();
    }

    private Optional<PathChange> told(Kind kind, Sheet before, @Nullable Sheet now) {
        return Optional.of(new PathChange(kind, path, before, now));
    }
}
