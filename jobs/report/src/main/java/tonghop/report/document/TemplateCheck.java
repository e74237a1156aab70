package tonghop.report.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tonghop.report.sheet.BrokenTemplateException.Problem;

/** Looks through a template for what could not be filled. */
final class TemplateCheck {

    private static final int BEGINNING = 40;

    private final String file;
    private final DocumentVocabulary vocabulary;
    private final List<Problem> problems;
    private int number;

    TemplateCheck(String file, DocumentVocabulary vocabulary, List<Problem> problems) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** Checks every paragraph below {@code root}, those in tables too; they are counted on from part to part. */
    void check(Element root) {
        for (Element paragraph : WordXml.all(root, WordXml.PARAGRAPH)) {
            number++;
            String text = new ParagraphText(paragraph).whole();
            String begin = text.length() <= BEGINNING ? text : text.substring(0, BEGINNING) + "…";
            String place = "đoạn %d (\"%s\"): ".formatted(number, begin);
            String placeInEnglish = "paragraph %d: ".formatted(number);
            check(
                    paragraph,
                    text,
                    (vietnamese, english) ->
                            problems.add(new Problem(file, place + vietnamese, placeInEnglish + english)));
        }
    }

    private void check(Element paragraph, String text, Mistakes at) {
        List<Placeholder> placeholders = TemplateText.parse(text, at).placeholders();
        placeholders.forEach(placeholder -> vocabulary.check(placeholder, at));
        Optional<Placeholder> repeating = placeholders.stream()
                .filter(placeholder -> RepeatedRow.kind(placeholder).isPresent())
                .findFirst();
        Optional<Element> row = rowOf(paragraph);
        if (repeating.isPresent() && row.isEmpty()) {
            at.add(
                    "'{{%s}}' chỉ dùng trong một dòng của bảng".formatted(repeating.get()),
                    "'{{%s}}' belongs into a row of a table".formatted(repeating.get()));
        } else if (repeating.isPresent()) {
            Set<String> kinds = new TreeSet<>();
            Stream.concat(placeholders.stream(), row.stream().flatMap(RepeatedRow::in))
                    .forEach(placeholder -> RepeatedRow.kind(placeholder).ifPresent(kinds::add));
            if (kinds.size() > 1) {
                at.add(
                        "một dòng của bảng chỉ lặp theo một loại: " + String.join(", ", kinds),
                        "a row of a table repeats for one kind of thing: " + String.join(", ", kinds));
            }
        }
    }

    private static Optional<Element> rowOf(Element paragraph) {
        for (Node above = paragraph.getParentNode(); above != null; above = above.getParentNode()) {
            if (WordXml.is(above, WordXml.ROW)) {
                return Optional.of((Element) above);
            }
        }
        return Optional.empty();
    }
}
