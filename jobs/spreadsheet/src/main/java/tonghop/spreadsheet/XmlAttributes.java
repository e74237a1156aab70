package tonghop.spreadsheet;

import java.util.Arrays;

/** The attributes of one element, in one buffer that is used again for the next. */
final class XmlAttributes {

    private String[] prefixes = new String[16];
    private String[] names = new String[16];
    private int[] ends = new int[16];
    private int count;
    private char[] values = new char[256];
    private int length;

    void clear() {
        count = 0;
        length = 0;
    }

    void begin(String prefix, String name) {
        if (count == names.length) {
            prefixes = Arrays.copyOf(prefixes, count * 2);
            names = Arrays.copyOf(names, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        prefixes[count] = prefix;
        names[count] = name;
    }

    void add(char c) throws UnreadableFileException {
        if (length == values.length) {
            Budget.check(length, Limits.CELL_CHARACTERS, "ký tự");
            values = Arrays.copyOf(values, length * 2);
        }
        values[length++] = c;
    }

    /** Completes the attribute begun last; how many there are now. */
    int end() {
        ends[count] = length;
        return ++count;
    }

    /** Where the attribute of that prefix and name is; -1 if nowhere. */
    int find(String prefix, String name) {
        for (int index = 0; index < count; index++) {
            if (names[index].equals(name) && prefixes[index].equals(prefix)) {
                return index;
            }
        }
        return -1;
    }

    /** The first attribute of that name with any prefix, from {@code start} on; -1 if there is none. */
    int find(String name, int start) {
        for (int index = start; index < count; index++) {
            if (names[index].equals(name)) {
                return index;
            }
        }
        return -1;
    }

    String prefix(int index) {
        return prefixes[index];
    }

    int length(int index) {
        return ends[index] - start(index);
    }

    char charAt(int index, int at) {
        return values[start(index) + at];
    }

    String value(int index) {
        return new String(values, start(index), length(index));
    }

    String lastValue() {
        return value(count - 1);
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }
}
