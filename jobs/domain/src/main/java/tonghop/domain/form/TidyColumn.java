package tonghop.domain.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of the tidy table, {@code so-lieu.csv}, in which every observation is a line; in their order. */
public enum TidyColumn {
    UNIT,
    LEVEL,
    PARENT,
    SENDER,
    PERIOD,
    FORM,
    MEASURE,
    NATURE,
    ROW,
    KIND,
    COUNTS,
    VALUE,
    QUALIFIER,
    STATUS,
    UNIT_OF_COUNT,
    FILE,
    SHEET,
    CELL;

    /** As it is headed, such as {@code unit_of_count}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(TidyColumn::code).toList();
    }

    /** Reads what {@link #code} writes. */
    public static Optional<TidyColumn> find(String code) {
        return Arrays.stream(values())
                .filter(column -> column.code().equals(code))
                .findFirst();
    }
}
