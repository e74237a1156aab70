package tonghop.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tonghop.catalogue.CatalogueException.Problem;
import tonghop.domain.NearestWord;

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

    /** Adds what a file says of a word that nothing else knows, with the nearest one that is known. */
    void addUnknown(YamlFile file, String kindVi, String kind, String word, Collection<String> known) {
        Optional<String> nearest = NearestWord.to(word, known);
        add(
                file.path(),
                file.lineOf(word),
                "không có %s '%s'%s"
                        .formatted(
                                kindVi,
                                word,
                                nearest.map(near -> "; có phải '" + near + "'?").orElse("")),
                "there is no %s '%s'%s"
                        .formatted(
                                kind,
                                word,
                                nearest.map(near -> "; did you mean '" + near + "'?")
                                        .orElse("")));
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
