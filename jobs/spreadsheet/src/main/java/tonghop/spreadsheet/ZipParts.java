package tonghop.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook that is a zip, by name without regard to case, as Office takes them. */
final class ZipParts implements Closeable {

    private final ZipFile zip;
    private final Budget budget;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private final Set<ZipEntry> whole = new HashSet<>();
    private long unpacked;
    private long declared;

    private ZipParts(ZipFile zip, Budget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    /**
     * Opens a zip and looks at its directory.
     *
     * @throws UnreadableFileException if it is cut off, says two things about one part, or is beyond the limits
     */
    static ZipParts open(Path file, Budget budget) throws IOException, UnreadableFileException {
        try {
            ZipParts parts = new ZipParts(new ZipFile(file.toFile()), budget);
            try {
                parts.list();
                return parts;
            } catch (UnreadableFileException | RuntimeException e) {
                parts.close();
                throw e;
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw UnreadableFileException.damaged("zip");
        }
    }

    private void list() throws UnreadableFileException {
        Budget.check(zip.size(), Limits.ZIP_ENTRIES, "tệp con");
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            ZipEntry entry = all.nextElement();
            if (entries.put(key(entry.getName()), entry) != null) {
                throw UnreadableFileException.damaged(entry.getName());
            }
            declared += Math.max(0, entry.getSize());
            Budget.checkBytes(declared, Limits.UNPACKED_BYTES);
        }
    }

    private static String key(String name) {
        String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    /** All names, in lower case. */
    Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /** All names as they are written, in the order of the directory. */
    List<String> writtenNames() {
        return entries.values().stream().map(ZipEntry::getName).toList();
    }

    /** What the directory says that a part takes unpacked; -1 if it does not say. */
    long declaredBytes(String part) {
        ZipEntry entry = entries.get(key(part));
        return entry == null ? -1 : entry.getSize();
    }

    /** What the directory says that all parts take unpacked. */
    long declaredBytes() {
        return declared;
    }

    /** The XML of a part; its absence is damage. */
    XmlReader xml(String part) throws IOException, UnreadableFileException {
        return new XmlReader(XmlEncoding.reader(bytes(part)), budget);
    }

    /** The bytes of a part; its absence is damage. */
    InputStream bytes(String part) throws IOException, UnreadableFileException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            throw UnreadableFileException.damaged(part);
        }
        return stream(entry);
    }

    private InputStream stream(ZipEntry entry) throws IOException {
        return new PartStream(zip.getInputStream(entry), entry, new PartStream.Meter() {
            @Override
            public void take(long bytes) throws PartStream.TooFar {
                // What was read whole is known to end.
                unpacked += whole.contains(entry) ? 0 : bytes;
                if (unpacked > Limits.UNPACKED_BYTES) {
                    throw new PartStream.TooFar();
                }
            }

            @Override
            public void end() {
                whole.add(entry);
            }
        });
    }

    /**
     * The names of the parts that cannot be unpacked whole, sorted; those that were read to their end are known to be
     * good. What is read of a workbook may need none of the others: its pictures, its macros.
     */
    List<String> damaged() throws IOException {
        List<String> damaged = new ArrayList<>();
        for (ZipEntry entry : entries.values()) {
            if (!whole.contains(entry)) {
                try (InputStream bytes = stream(entry)) {
                    if (bytes.transferTo(OutputStream.nullOutputStream()) != entry.getSize()) {
                        damaged.add(entry.getName());
                    }
                } catch (PartStream.TooFar e) {
                    // More than is read of any part; nothing is known to be wrong with it.
                } catch (ZipException | EOFException e) {
                    damaged.add(entry.getName());
                }
            }
        }
        Collections.sort(damaged);
        return damaged;
    }

    /** The same zip without some of its parts. */
    byte[] without(List<String> left) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(copy)) {
            for (ZipEntry entry : entries.values()) {
                if (!left.contains(entry.getName())) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        bytes.transferTo(out);
                    }
                }
            }
        }
        return copy.toByteArray();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
