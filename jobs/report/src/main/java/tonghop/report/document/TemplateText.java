package tonghop.report.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The text of a paragraph in a template, taken apart.
 *
 * <p><code>{{…}}</code> is a placeholder. <code>[[…]]</code> is a sentence that is left out if one of its placeholders
 * has no value; <code>[[…||…]]</code> gives another wording for that case. A sentence may have sentences in it, whose
 * absence does not touch it. A paragraph is left out if a placeholder outside of sentences has no value.
 */
final class TemplateText {

    private final List<Piece> pieces;
    private final Set<String> placeholders;

    private TemplateText(List<Piece> pieces, Set<String> placeholders) {
        this.pieces = pieces;
        this.placeholders = placeholders;
    }

    /**
     * Takes {@code text} apart.
     *
     * @param mistakes gets what is wrong with it; the text must not be written then
     */
    static TemplateText parse(String text, Mistakes mistakes) {
        Parser parser = new Parser(text, mistakes);
        return new TemplateText(parser.whole(), parser.placeholders);
    }

    /** Whether nothing in it depends on the report. */
    boolean isPlain() {
        return pieces.stream().allMatch(Characters.class::isInstance);
    }

    /** Each of them once, in the order of reading. */
    List<Placeholder> placeholders() {
        return placeholders.stream().map(Placeholder::parse).toList();
    }

    /** Writes it to {@code written}; says whether there was a value for everything outside of sentences. */
    boolean write(Written written, PlaceholderValues values) {
        return writeAll(pieces, written, values);
    }

    private static boolean writeAll(List<Piece> pieces, Written written, PlaceholderValues values) {
        int before = written.size();
        for (Piece piece : pieces) {
            if (!piece.write(written, values)) {
                written.backTo(before);
                return false;
            }
        }
        return true;
    }

    /** A part of a text. */
    private interface Piece {

        /** Writes itself; false, and nothing written, if a value is missing. */
        boolean write(Written written, PlaceholderValues values);
    }

    private record Characters(int from, String text) implements Piece {

        @Override
        public boolean write(Written written, PlaceholderValues values) {
            written.addCharacters(from, text);
            return true;
        }
    }

    private record Slot(int from, Placeholder placeholder) implements Piece {

        @Override
        public boolean write(Written written, PlaceholderValues values) {
            return values.find(placeholder)
                    .map(value -> {
                        written.addValue(from, value);
                        return true;
                    })
                    .orElse(false);
        }
    }

    private record Sentence(List<List<Piece>> wordings) implements Piece {

        @Override
        public boolean write(Written written, PlaceholderValues values) {
            if (wordings.stream().noneMatch(wording -> writeAll(wording, written, values))) {
                written.leaveOut();
            }
            return true;
        }
    }

    /** Reads from the left; what it does not understand is reported once, and ends the reading. */
    private static final class Parser {

        private static final int MARK = 2;

        private final String text;
        private final Mistakes mistakes;
        private final Set<String> placeholders = new LinkedHashSet<>();
        private int at;

        Parser(String text, Mistakes mistakes) {
            this.text = text;
            this.mistakes = mistakes;
        }

        List<Piece> whole() {
            List<Piece> pieces = pieces(false);
            if (at < text.length()) {
                mistakes.add("thừa dấu ']]' (không có '[[' ở trước)", "']]' without '[[' before it");
                at = text.length();
            }
            return pieces;
        }

        private List<Piece> pieces(boolean isInSentence) {
            List<Piece> pieces = new ArrayList<>();
            int from = at;
            while (at < text.length() && !text.startsWith("]]", at) && !(isInSentence && text.startsWith("||", at))) {
                boolean isSlot = text.startsWith("{{", at);
                if (isSlot || text.startsWith("[[", at)) {
                    addCharacters(pieces, from);
                    pieces.add(isSlot ? slot() : sentence());
                    from = at;
                } else {
                    at++;
                }
            }
            addCharacters(pieces, from);
            return pieces;
        }

        private void addCharacters(List<Piece> pieces, int from) {
            if (from < at) {
                pieces.add(new Characters(from, text.substring(from, at)));
            }
        }

        private Piece slot() {
            int from = at;
            int end = text.indexOf("}}", from);
            if (end < 0) {
                mistakes.add("'{{' chưa có '}}' đóng lại", "'{{' is not closed by '}}'");
                at = text.length();
                return new Characters(from, "");
            }
            String name = text.substring(from + MARK, end);
            placeholders.add(name);
            at = end + MARK;
            return new Slot(from, Placeholder.parse(name));
        }

        private Piece sentence() {
            List<List<Piece>> wordings = new ArrayList<>();
            do {
                at += MARK;
                wordings.add(pieces(true));
            } while (text.startsWith("||", at));
            if (text.startsWith("]]", at)) {
                at += MARK;
            } else {
                mistakes.add(
                        "'[[' chưa có ']]' đóng lại trong cùng đoạn", "'[[' is not closed by ']]' in its paragraph");
            }
            return new Sentence(wordings);
        }
    }
}
