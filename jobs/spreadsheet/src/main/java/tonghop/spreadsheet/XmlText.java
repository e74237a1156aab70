package tonghop.spreadsheet;

import java.util.Arrays;

/** Text that is put together, in a buffer that is used again for the next. */
final class XmlText {

    private char[] text = new char[256];
    private int length;

    void clear() {
        length = 0;
    }

    void add(int c) throws UnreadableFileException {
        if (length + 2 > text.length) {
            Budget.check(length, Limits.CELL_CHARACTERS, "ký tự");
            text = Arrays.copyOf(text, text.length * 2);
        }
        if (Character.isSupplementaryCodePoint(c)) {
            text[length++] = Character.highSurrogate(c);
            text[length++] = Character.lowSurrogate(c);
        } else {
            text[length++] = (char) c;
        }
    }

    /** Takes the last two characters away. */
    void dropTwo() {
        length -= 2;
    }

    /** Whether there is nothing but what may stand around the root element. */
    boolean isBlank() {
        for (int index = 0; index < length; index++) {
            if (!XmlSource.isBlank(text[index]) && text[index] != '\ufeff') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return new String(text, 0, length);
    }
}
