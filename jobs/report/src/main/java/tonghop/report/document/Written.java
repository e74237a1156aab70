package tonghop.report.document;

import java.util.ArrayList;
import java.util.List;

/** What is written of a paragraph so far, each piece with the character of the template in whose place it stands. */
final class Written {

    private record Entry(int at, String text) {}

    private final List<Entry> entries = new ArrayList<>();
    private boolean isAfterGap;

    int size() {
        return entries.size();
    }

    /** Takes back everything after the first {@code size} pieces. */
    void backTo(int size) {
        entries.subList(size, entries.size()).clear();
    }

    /** Adds characters of the template itself, which begin at its character {@code from}. */
    void addCharacters(int from, String text) {
        int first = isAfterGap && endsInSpace() && text.startsWith(" ") ? 1 : 0;
        for (int i = first; i < text.length(); i++) {
            entries.add(new Entry(from + i, text.substring(i, i + 1)));
        }
        isAfterGap = false;
    }

    void addValue(int from, String text) {
        entries.add(new Entry(from, text));
        isAfterGap = false;
    }

    /** Notes that a sentence is left out here: of the spaces around it, one is enough. */
    void leaveOut() {
        isAfterGap = true;
    }

    private boolean endsInSpace() {
        return entries.isEmpty() || entries.get(entries.size() - 1).text().endsWith(" ");
    }

    /** Whether there is anything in it that says something: a letter or a digit. */
    boolean saysSomething() {
        return entries.stream().anyMatch(entry -> entry.text().codePoints().anyMatch(Character::isLetterOrDigit));
    }

    /** The text of each piece of the template's paragraph that ends before the character {@code ends[i]}. */
    List<String> split(List<Integer> ends) {
        List<StringBuilder> parts = new ArrayList<>();
        ends.forEach(end -> parts.add(new StringBuilder()));
        for (Entry entry : entries) {
            int part = 0;
            while (entry.at() >= ends.get(part)) {
                part++;
            }
            parts.get(part).append(entry.text());
        }
        return parts.stream().map(StringBuilder::toString).toList();
    }
}
