package tonghop.spreadsheet;

import java.util.Arrays;

/** Names of elements and attributes; the same string for the same characters most of the time, for names repeat. */
final class XmlNames {

    private static final int KEPT = 512;

    private final String[] names = new String[KEPT];
    private char[] characters = new char[64];
    private int length;
    private int colon;

    void clear() {
        length = 0;
        colon = -1;
    }

    void add(int c) throws UnreadableFileException {
        if (length == characters.length) {
            Budget.check(length, Limits.NAME_CHARACTERS, "ký tự");
            characters = Arrays.copyOf(characters, length * 2);
        }
        if (c == ':') {
            colon = length;
        }
        characters[length++] = (char) c;
    }

    boolean isName() {
        return length > 0 && colon != 0 && colon != length - 1;
    }

    String prefix() {
        return colon < 0 ? "" : shared(0, colon);
    }

    String local() {
        return shared(colon + 1, length);
    }

    private String shared(int from, int to) {
        int hash = 0;
        for (int index = from; index < to; index++) {
            hash = hash * 31 + characters[index];
        }
        int slot = (hash ^ (hash >>> 9)) & (KEPT - 1);
        String known = names[slot];
        if (known != null && known.length() == to - from && isEqual(known, from)) {
            return known;
        }
        String fresh = new String(characters, from, to - from);
        names[slot] = fresh;
        return fresh;
    }

    private boolean isEqual(String known, int from) {
        for (int index = 0; index < known.length(); index++) {
            if (known.charAt(index) != characters[from + index]) {
                return false;
            }
        }
        return true;
    }
}
