package tonghop.report.sheet;

import java.util.List;
import java.util.stream.Collectors;

/** Layouts in {@code templates/reports/} have mistakes; all that were found are named, one a line. */
public final class BrokenTemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Names the mistakes, of which there is at least one. */
    public BrokenTemplateException(List<Problem> problems) {
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
     */
    public record Problem(String file, String vietnamese, String english) {

        @Override
        public String toString() {
            return "%s: %s / %s".formatted(file, vietnamese, english);
        }
    }
}
