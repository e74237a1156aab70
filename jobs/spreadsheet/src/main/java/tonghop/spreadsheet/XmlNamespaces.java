package tonghop.spreadsheet;

import java.util.Arrays;

/** Which namespaces the prefixes stand for at the place that the scanner has reached. */
final class XmlNamespaces {

    private static final int MOST = 1000;

    private String[] prefixes = new String[16];
    private String[] namespaces = new String[16];
    private int[] depths = new int[16];
    private int count;

    void declare(String prefix, String namespace, int depth) throws UnreadableFileException {
        if (count == prefixes.length) {
            if (count > MOST) {
                throw UnreadableFileException.damaged("xmlns");
            }
            prefixes = Arrays.copyOf(prefixes, count * 2);
            namespaces = Arrays.copyOf(namespaces, count * 2);
            depths = Arrays.copyOf(depths, count * 2);
        }
        prefixes[count] = prefix;
        namespaces[count] = namespace;
        depths[count++] = depth;
    }

    /** Forgets what was declared by the element that stood at {@code depth}, counted from 0. */
    void close(int depth) {
        while (count > 0 && depths[count - 1] >= depth) {
            count--;
        }
    }

    /** The namespace of a prefix; empty if none is declared. */
    String of(String prefix) {
        for (int index = count - 1; index >= 0; index--) {
            if (prefixes[index].equals(prefix)) {
                return namespaces[index];
            }
        }
        return "";
    }
}
