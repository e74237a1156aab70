package tonghop.spreadsheet;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text in runs of one font each. */
record RichText(List<Run> runs) {

    RichText {
        runs = List.copyOf(runs);
    }

    /** @param font null for that of the cell */
    record Run(String text, @Nullable String font) {}

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
                        .map(run -> run.font() == null ? new Run(run.text(), font) : run)
                        .toList());
    }
}
