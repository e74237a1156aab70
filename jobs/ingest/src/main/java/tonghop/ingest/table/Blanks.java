package tonghop.ingest.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Form;
import tonghop.spreadsheet.Grids;
import tonghop.spreadsheet.UnreadableFileException;

/** The blank workbooks of the forms, of which the reader learns how their columns are headed. */
public final class Blanks {

    private final @Nullable Function<Form, Path> files;
    private final Map<String, FormHeading> headings = new ConcurrentHashMap<>();

    private Blanks(@Nullable Function<Form, Path> files) {
        this.files = files;
    }

    /** The blanks that {@code files} names. */
    public static Blanks of(Function<Form, Path> files) {
        return new Blanks(files);
    }

    /** No blanks: columns are found by their numbers alone. */
    public static Blanks none() {
        return new Blanks(null);
    }

    /** How the blank of {@code form} heads its columns; unknown where there is no blank. */
    public FormHeading headingOf(Form form) {
        Function<Form, Path> known = files;
        return known == null
                ? FormHeading.UNKNOWN
                : headings.computeIfAbsent(form.blank(), name -> read(known.apply(form), form));
    }

    private static FormHeading read(Path file, Form form) {
        if (!Files.isRegularFile(file)) {
            return FormHeading.UNKNOWN;
        }
        try {
            return Grids.read(file).stream()
                    .map(grid -> FormHeading.of(grid, form))
                    .filter(FormHeading::isKnown)
                    .findFirst()
                    .orElse(FormHeading.UNKNOWN);
        } catch (UnreadableFileException e) {
            // The catalogue's own check tells of a broken blank; numbers are enough to read what is sent.
            return FormHeading.UNKNOWN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
