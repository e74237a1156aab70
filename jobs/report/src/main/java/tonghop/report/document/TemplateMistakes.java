package tonghop.report.document;

import java.util.ArrayList;
import java.util.List;
import tonghop.report.sheet.BrokenTemplateException;
import tonghop.report.sheet.BrokenTemplateException.Problem;

/** Collects what is wrong with templates, so that all is reported at once. */
final class TemplateMistakes {

    private static final int BEGINNING = 40;

    private final List<Problem> problems = new ArrayList<>();

    void add(String file, String vietnamese, String english) {
        problems.add(new Problem(file, vietnamese, english));
    }

    /** Where something may be wrong: a paragraph of a template. */
    interface At {

        /** Notes a mistake here. */
        void add(String vietnamese, String english);
    }

    /**
     * A paragraph.
     *
     * @param number from 1, in the order of reading, those in tables too
     * @param text of the whole paragraph
     */
    At in(String file, int number, String text) {
        String begin = text.length() <= BEGINNING ? text : text.substring(0, BEGINNING) + "…";
        return (vietnamese, english) -> add(
                file,
                "đoạn %d (\"%s\"): %s".formatted(number, begin, vietnamese),
                "paragraph %d: %s".formatted(number, english));
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new BrokenTemplateException(problems);
        }
    }
}
