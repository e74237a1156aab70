package tonghop.report.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tonghop.domain.report.Report;

/** Fills the body, a header, a footer or the notes of a document. */
final class TemplateBody {

    /** What holds paragraphs without being one: the body, and the controls that Word puts around them. */
    private static final Set<String> WRAPPERS = Set.of("body", "sdt", "sdtContent", "customXml");

    private static final Set<String> NOTES = Set.of("footnote", "endnote");

    /** What Word wants to end with a paragraph. */
    private static final Set<String> ENDING_IN_PARAGRAPH =
            Set.of("tc", "hdr", "ftr", "txbxContent", "sdtContent", "footnote", "endnote");

    private final Headings headings;
    private final Report report;
    private final List<Element> silentNotes = new ArrayList<>();

    TemplateBody(Headings headings, Report report) {
        this.headings = headings;
        this.report = report;
    }

    /** What became of a paragraph or table. */
    private record Block(Element element, int level, boolean isLeftOut) {}

    /** Fills everything in {@code root}, and takes out what has nothing to say. */
    void fill(Element root) {
        fill(root, new ReportValues(report));
    }

    /** The footnotes and endnotes that had nothing to say. */
    List<Element> silentNotes() {
        return List.copyOf(silentNotes);
    }

    private void fill(Element container, PlaceholderValues values) {
        List<Block> blocks = new ArrayList<>();
        fillBlocks(container, values, blocks);
        if (NOTES.contains(container.getLocalName())
                && !blocks.isEmpty()
                && blocks.stream().allMatch(Block::isLeftOut)) {
            silentNotes.add(container);
        }
        withoutEmptyHeadings(blocks).stream().filter(Block::isLeftOut).forEach(TemplateBody::takeOut);
    }

    private void fillBlocks(Element container, PlaceholderValues values, List<Block> blocks) {
        for (Element child : WordXml.children(container)) {
            if (WordXml.is(child, WordXml.PARAGRAPH)) {
                blocks.add(new Block(child, headings.level(child), !fillParagraph(child, values)));
            } else if (WordXml.is(child, WordXml.TABLE)) {
                blocks.add(new Block(child, Headings.BODY, !fillTable(child, values)));
            } else if (WRAPPERS.contains(child.getLocalName())) {
                fillBlocks(child, values, blocks);
            } else if (NOTES.contains(child.getLocalName())) {
                fill(child, values);
            }
        }
    }

    /** Fills a paragraph; false if it has nothing to say. */
    private boolean fillParagraph(Element paragraph, PlaceholderValues values) {
        WordXml.all(paragraph, "txbxContent").forEach(box -> fill(box, values));
        ParagraphText text = new ParagraphText(paragraph);
        TemplateText template = TemplateText.parse(text.whole(), (vietnamese, english) -> {});
        if (template.isPlain()) {
            return true;
        }
        Written written = new Written();
        boolean isWhole = template.write(written, values);
        text.replaceBy(written);
        return isWhole && written.saysSomething();
    }

    /** Fills a table; false if none of the rows that it repeats has anything to be repeated for. */
    private boolean fillTable(Element table, PlaceholderValues values) {
        int repeated = 0;
        boolean repeats = false;
        for (Element row : WordXml.all(table, WordXml.ROW, element -> WordXml.is(element, "tc"))) {
            Optional<Placeholder> kind = RepeatedRow.in(row).findFirst();
            if (kind.isPresent()) {
                repeats = true;
                repeated += repeat(row, RepeatedRow.of(kind.get(), report, values));
            } else {
                WordXml.all(row, "tc", element -> WordXml.is(element, "tc")).forEach(cell -> fill(cell, values));
            }
        }
        return !repeats || repeated > 0;
    }

    private int repeat(Element row, List<PlaceholderValues> each) {
        Node parent = row.getParentNode();
        for (PlaceholderValues values : each) {
            Element copy = (Element) row.cloneNode(true);
            parent.insertBefore(copy, row);
            WordXml.all(copy, "tc", element -> WordXml.is(element, "tc")).forEach(cell -> fill(cell, values));
        }
        WordXml.remove(row);
        return each.size();
    }

    /** A heading goes with all that stood under it. */
    private static List<Block> withoutEmptyHeadings(List<Block> blocks) {
        Map<Element, Block> judged = new LinkedHashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean isEmpty = block.level() < Headings.BODY && isEmptyUnder(blocks, i);
            judged.put(block.element(), new Block(block.element(), block.level(), block.isLeftOut() || isEmpty));
        }
        return List.copyOf(judged.values());
    }

    private static boolean isEmptyUnder(List<Block> blocks, int heading) {
        boolean isAnyLeftOut = false;
        for (int i = heading + 1; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.level() <= blocks.get(heading).level()) {
                break;
            }
            boolean isText = block.level() == Headings.BODY;
            if (isText && !block.isLeftOut() && saysSomething(block.element())) {
                return false;
            }
            isAnyLeftOut |= isText && block.isLeftOut();
        }
        return isAnyLeftOut;
    }

    private static boolean saysSomething(Element block) {
        return WordXml.all(block, "t").stream()
                .anyMatch(text -> !text.getTextContent().isBlank());
    }

    /** A section's last paragraph holds its page layout: it stays, empty, as does one that a cell must end with. */
    private static void takeOut(Block block) {
        boolean holdsSection = WordXml.child(block.element(), "pPr")
                .flatMap(properties -> WordXml.child(properties, "sectPr"))
                .isPresent();
        if (WordXml.is(block.element(), WordXml.PARAGRAPH) && (holdsSection || isNeededAsEnd(block.element()))) {
            new ParagraphText(block.element()).clear();
        } else {
            WordXml.remove(block.element());
        }
    }

    private static boolean isNeededAsEnd(Element paragraph) {
        Element container = (Element) paragraph.getParentNode();
        List<Element> inside = WordXml.children(container);
        int place = inside.indexOf(paragraph);
        return ENDING_IN_PARAGRAPH.contains(container.getLocalName())
                && place == inside.size() - 1
                && (place == 0 || !WordXml.is(inside.get(place - 1), WordXml.PARAGRAPH));
    }
}
