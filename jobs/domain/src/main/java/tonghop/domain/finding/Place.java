package tonghop.domain.finding;

import org.jspecify.annotations.Nullable;

/**
 * Where a finding is. What is absent is not known: a form that nobody sent has no file.
 *
 * @param file the path inside its inbox, with forward slashes
 * @param cell such as {@code D12}
 */
public record Place(
        @Nullable String unit,
        @Nullable String form,
        @Nullable String period,
        @Nullable String file,
        @Nullable String sheet,
        @Nullable String cell) {

    /** Somewhere in a file of which no more is known. */
    public static Place inFile(String file) {
        return new Place(null, null, null, file, null, null);
    }

    public static Place inCell(String file, String sheet, @Nullable String cell) {
        return new Place(null, null, null, file, sheet, cell);
    }

    public static Place ofForm(String unit, @Nullable String form, String period) {
        return new Place(unit, form, period, null, null, null);
    }

    public Place withFile(String other) {
        return new Place(unit, form, period, other, sheet, cell);
    }

    public Place withCell(String address) {
        return new Place(unit, form, period, file, sheet, address);
    }

    public Place withSubject(@Nullable String subject, @Nullable String ofForm, @Nullable String inPeriod) {
        return new Place(subject, ofForm, inPeriod, file, sheet, cell);
    }
}
