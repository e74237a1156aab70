package tonghop.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue has mistakes; all that were found are named, one a line. */
public final class CatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    CatalogueException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One mistake.
     *
     * @param file inside the catalogue's folder
     * @param line from 1; 0 if the mistake has no line, such as a missing file
     */
    public record Problem(String file, int line, String vietnamese, String english) {

        @Override
        public String toString() {
            String place = line == 0 ? file : file + ":" + line;
            return "%s: %s / %s".formatted(place, vietnamese, english);
        }
    }
}
