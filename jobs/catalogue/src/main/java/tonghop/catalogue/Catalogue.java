package tonghop.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;

/** What a province keeps in {@code templates/}, read and checked. */
public final class Catalogue {

    private final Path folder;
    private final Definitions definitions;
    private final String digest;
    private final Map<String, String> parts;

    Catalogue(Path folder, Definitions definitions, String digest, Map<String, String> parts) {
        this.folder = folder;
        this.definitions = definitions;
        this.digest = digest;
        this.parts = Map.copyOf(parts);
    }

    /**
     * Reads the catalogue in {@code folder}.
     *
     * @throws CatalogueException if it has mistakes; all are named
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Catalogue read(Path folder) {
        try {
            return new CatalogueReader(folder).read();
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue in " + folder, e);
        }
    }

    public Definitions definitions() {
        return definitions;
    }

    /** SHA-256 over all files of the catalogue: it changes when anything in it does. */
    public String digest() {
        return digest;
    }

    /**
     * SHA-256 by part of the catalogue: {@code forms}, {@code indicators}, {@code units}, {@code calendar},
     * {@code rules}, and the layouts in {@code reports}.
     */
    public Map<String, String> parts() {
        return parts;
    }

    /** The blank workbook of {@code form}. */
    public Path blank(Form form) {
        return folder.resolve("forms").resolve(form.blank());
    }

    /** Where the layouts of reports lie; the folder may be absent. */
    public Path reports() {
        return folder.resolve("reports");
    }
}
