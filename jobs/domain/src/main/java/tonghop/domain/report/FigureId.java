package tonghop.domain.report;

import java.util.Optional;
import java.util.stream.Stream;
import tonghop.domain.UnitLevel;

/**
 * What a figure is of. As text it is the id, with the part in brackets: {@code petitions.received[level=commune]}.
 *
 * @param of the id of the measure or indicator
 * @param level of the units whose part it is; empty: all of it
 */
public record FigureId(String of, Optional<UnitLevel> level) {

    /** All of a measure or indicator. */
    public static FigureId of(String id) {
        return new FigureId(id, Optional.empty());
    }

    /** The part of a measure that the units of a level have. */
    public static FigureId of(String measure, UnitLevel level) {
        return new FigureId(measure, Optional.of(level));
    }

    /** Reads the text; what has no part in brackets that is known is an id. */
    public static FigureId parse(String text) {
        return Stream.of(UnitLevel.values())
                .filter(level -> text.endsWith(brackets(level)))
                .map(level ->
                        of(text.substring(0, text.length() - brackets(level).length()), level))
                .findFirst()
                .orElseGet(() -> of(text));
    }

    public boolean isPart() {
        return level.isPresent();
    }

    /** What the part of a level is called among those of a total, such as {@code level=commune}. */
    public static String part(UnitLevel level) {
        return "level=" + level.code();
    }

    private static String brackets(UnitLevel level) {
        return "[" + part(level) + "]";
    }

    @Override
    public String toString() {
        return of + level.map(FigureId::brackets).orElse("");
    }
}
