package tonghop.report.overview;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What stands above and below each printed page. */
final class PageTexts {

    private PageTexts() {}

    /** The texts that are not empty, by where they stand. */
    static Map<String, String> of(XSSFSheet sheet) {
        Map<String, String> texts = new LinkedHashMap<>();
        add("(đầu trang/header)", sheet.getHeader(), texts);
        add("(chân trang/footer)", sheet.getFooter(), texts);
        return texts;
    }

    private static void add(String place, HeaderFooter texts, Map<String, String> found) {
        String all = String.join(" ", texts.getLeft(), texts.getCenter(), texts.getRight())
                .strip();
        if (!all.isEmpty()) {
            found.put(place, all);
        }
    }

    /**
     * Changes them.
     *
     * @param filled a text with its words in their places
     */
    static void fill(XSSFSheet sheet, UnaryOperator<String> filled) {
        fill(sheet.getHeader(), filled);
        fill(sheet.getFooter(), filled);
    }

    private static void fill(HeaderFooter texts, UnaryOperator<String> filled) {
        if (texts.getLeft().contains("{{")) {
            texts.setLeft(filled.apply(texts.getLeft()));
        }
        if (texts.getCenter().contains("{{")) {
            texts.setCenter(filled.apply(texts.getCenter()));
        }
        if (texts.getRight().contains("{{")) {
            texts.setRight(filled.apply(texts.getRight()));
        }
    }
}
