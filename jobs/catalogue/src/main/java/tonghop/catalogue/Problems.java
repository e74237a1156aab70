package tonghop.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tonghop.catalogue.CatalogueException.Problem;

/** Collects the mistakes of a catalogue, so that all are reported at once. */
final class Problems {

    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();

    Problems(Path folder) {
        this.folder = folder;
    }

    void add(Path file, int line, String vietnamese, String english) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        problems.add(new Problem(name, line, vietnamese, english));
    }

    int count() {
        return problems.size();
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new CatalogueException(problems);
        }
    }
}
