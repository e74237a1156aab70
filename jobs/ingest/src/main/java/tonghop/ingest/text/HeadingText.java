package tonghop.ingest.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tonghop.domain.NearestWord;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * A text above a column, made ready for comparing with many others.
 *
 * @param key the same for texts that read the same, see {@link VietnameseText#key}
 * @param skeleton without any mark, see {@link VietnameseText#skeleton}
 */
public record HeadingText(String text, String key, String skeleton) {

    /** Forms come in by the thousand and their headings are the same few hundred, so each is made ready once. */
    private static final Map<String, HeadingText> KNOWN = new ConcurrentHashMap<>();

    private static final Map<Pair, Double> COMPARED = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 20_000;
    private static final int MOST_COMPARED = 100_000;

    /** What a difference of marks alone takes from 1. */
    private static final double FOR_MARKS = 0.02;

    /** Texts that differ more are not compared letter by letter. */
    private static final double HARDLY_ALIKE = 0.4;

    private record Pair(HeadingText one, HeadingText other) {}

    public static HeadingText of(String text) {
        HeadingText known = KNOWN.get(text);
        if (known == null) {
            if (KNOWN.size() > MOST_KNOWN) {
                KNOWN.clear();
            }
            known = new HeadingText(text, VietnameseText.key(text), VietnameseText.skeleton(text));
            KNOWN.put(text, known);
        }
        return known;
    }

    /** How alike two texts are, from 0 to 1; 1 for texts with the same key, less than 1 for any others. */
    public double similarity(HeadingText other) {
        if (key.equals(other.key)) {
            return 1;
        }
        Pair pair = new Pair(this, other);
        Double compared = COMPARED.get(pair);
        if (compared == null) {
            if (COMPARED.size() > MOST_COMPARED) {
                COMPARED.clear();
            }
            compared = compare(other);
            COMPARED.put(pair, compared);
        }
        return compared;
    }

    private double compare(HeadingText other) {
        int longer = Math.max(skeleton.length(), other.skeleton.length());
        if (longer == 0 || likeness(fewestChanges(skeleton, other.skeleton), longer) < HARDLY_ALIKE) {
            return 0;
        }
        return Math.max(0, likeness(NearestWord.distance(skeleton, other.skeleton), longer));
    }

    private static double likeness(int changes, int length) {
        return 1 - FOR_MARKS - (double) changes / length;
    }

    /** A lower bound for the changes from one text to another: the letters that one has and the other has not. */
    private static int fewestChanges(String one, String other) {
        int[] surplus = new int[64];
        one.chars().forEach(letter -> surplus[letter & 63]++);
        other.chars().forEach(letter -> surplus[letter & 63]--);
        int more = 0;
        int less = 0;
        for (int count : surplus) {
            more += Math.max(0, count);
            less += Math.max(0, -count);
        }
        return Math.max(more, less);
    }
}
