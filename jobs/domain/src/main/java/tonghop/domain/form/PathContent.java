package tonghop.domain.form;

import java.util.List;
import java.util.Set;
import tonghop.domain.time.Period;

/**
 * What a path took on in one night: another content than it had before.
 *
 * @param path an inbox and a path in it
 * @param night the number of the finished intake that saw it
 * @param movedFrom the paths at which these bytes had stood, and that were gone when they appeared here alone
 * @param sheets what the content says; none where it was not read yet
 * @param isWhole whether the content was accepted whole, so that what it does not contain is no longer said
 */
public record PathContent(String path, long night, List<String> movedFrom, List<Sheet> sheets, boolean isWhole) {

    public PathContent {
        movedFrom = List.copyOf(movedFrom);
        sheets = List.copyOf(sheets);
    }

    List<Sheet> accepted() {
        return sheets.stream().filter(sheet -> sheet.is(Verdict.ACCEPTED)).toList();
    }

    /** Whether what it says instead of {@code before} was withdrawn. */
    boolean withdraws(Sheet before) {
        return sheets.stream()
                .anyMatch(sheet -> sheet.is(Verdict.WITHDRAWN) && sheet.isOfSameForm(before) && sheet.overlaps(before));
    }

    /**
     * What one sheet says, as far as it decides which of several counts.
     *
     * @param id of the stored submission
     * @param verdict one that was rejected or withdrawn takes the place of none
     * @param figures equal for sheets with equal observations
     * @param rows those that have figures, by what they are about
     */
    public record Sheet(
            long id, String form, String unit, Period period, Verdict verdict, String figures, Set<String> rows) {

        public Sheet {
            rows = Set.copyOf(rows);
        }

        boolean is(Verdict asked) {
            return verdict == asked;
        }

        boolean isOfSameForm(Sheet other) {
            return form.equals(other.form);
        }

        boolean isOfSameSender(Sheet other) {
            return isOfSameForm(other) && unit.equals(other.unit);
        }

        boolean overlaps(Sheet other) {
            return !beginsAfter(other) && !other.beginsAfter(this);
        }

        boolean beginsAfter(Sheet other) {
            return period.from().isAfter(other.period.to());
        }

        boolean saysTheSame(Sheet other) {
            return isOfSameSender(other) && period.equals(other.period) && figures.equals(other.figures);
        }
    }

    /** What is to be made of a sheet by itself. */
    public enum Verdict {
        ACCEPTED,
        REJECTED,
        WITHDRAWN
    }
}
