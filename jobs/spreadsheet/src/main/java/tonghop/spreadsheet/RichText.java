package tonghop.spreadsheet;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text in runs of one font each. */
record RichText(List<Run> runs) {

    RichText {
        runs = List.copyOf(runs);
    }

    /**
     * Characters that look the same.
     *
     * @param font null for that of the cell
     * @param look how they stand in the line
     */
    record Run(String text, @Nullable String font, Look look) {

        Run(String text, @Nullable String font) {
            this(text, font, Look.PLAIN);
        }
    }

    /** How characters stand in a line of text. */
    enum Look {
        PLAIN,
        RAISED,
        STRUCK;

        /** Struck out wins over raised or lowered. */
        static Look of(boolean isStruck, boolean isRaised) {
            return isStruck ? STRUCK : isRaised ? RAISED : PLAIN;
        }
    }

    /** What is left to read where a part is struck out, or raised beside others; null where all of it is. */
    Grid.@Nullable Shown shown() {
        boolean isStruck = runs.stream().anyMatch(run -> run.look() == Look.STRUCK);
        boolean isRaised = runs.stream().anyMatch(run -> run.look() == Look.RAISED);
        String plain = runs.stream()
                .filter(run -> run.look() == Look.PLAIN)
                .map(Run::text)
                .collect(Collectors.joining())
                .strip();
        return isStruck
                ? new Grid.Shown(Grid.Manner.STRUCK, plain)
                : isRaised && !plain.isEmpty() ? new Grid.Shown(Grid.Manner.RAISED, plain) : null;
    }

    /** The characters as they are stored. */
    String plain() {
        return runs.size() == 1
                ? runs.get(0).text()
                : runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /** The same with the cell's font where a run has none of its own. */
    RichText in(@Nullable String font) {
        return font == null
                ? this
                : new RichText(runs.stream()
                        .map(run -> run.font() == null ? new Run(run.text(), font, run.look()) : run)
                        .toList());
    }
}
