package tonghop.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook for a copy of it: those of the sender, with a few changed and a few added. */
public final class Parts implements Closeable {

    /** The part that says what all the others are. */
    public static final String CONTENT_TYPES = "[Content_Types].xml";

    /** As in every archive of ours: the same at whatever time and place. */
    private static final LocalDateTime EVERY_PART = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final long MOST_BYTES_OF_ALL = 200L << 20;
    private static final long MOST_BYTES_OF_ONE = 64L << 20;

    private final ZipParts zip;
    private final Set<String> senders;
    private final Map<String, byte[]> changed = new LinkedHashMap<>();

    private final Set<String> removed = new HashSet<>();

    private Parts(ZipParts zip) {
        this.zip = zip;
        this.senders = new LinkedHashSet<>(zip.writtenNames());
    }

    /**
     * Opens the archive {@code file}, which is never written to.
     *
     * @throws UneditableException if it is none, unpacks to too much, or has a part that cannot be unpacked whole:
     *     every part is copied, so none may fail when half of the copy is written
     */
    public static Parts open(Path file) throws IOException {
        ZipParts zip;
        try {
            zip = ZipParts.open(file, new Budget());
        } catch (UnreadableFileException e) {
            throw new UneditableException("no archive of parts", e);
        }
        try {
            if (zip.declaredBytes() > MOST_BYTES_OF_ALL || !zip.damaged().isEmpty()) {
                throw new UneditableException("too large, or damaged");
            }
            return new Parts(zip);
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    /** Whether there is a part of that name. */
    public boolean has(String name) {
        return changed.containsKey(name) || (senders.contains(name) && !removed.contains(name));
    }

    /** A name that no part has yet: {@code before}, a number if needed, {@code after}. */
    public String freeName(String before, String after) {
        String name = before + after;
        for (int number = 2; has(name); number++) {
            name = before + number + after;
        }
        return name;
    }

    /**
     * The text of a part.
     *
     * @throws UneditableException if there is no such part, or its bytes are not in its encoding
     */
    public String text(String name) throws IOException {
        byte[] bytes = bytes(name);
        try {
            return XmlEncoding.decoder(XmlEncoding.of(bytes))
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException | UnreadableFileException e) {
            throw new UneditableException("not in its encoding: " + name, e);
        }
    }

    XmlReader xml(String name) throws IOException, UnreadableFileException {
        return new XmlReader(new StringReader(text(name)), new Budget());
    }

    private byte[] bytes(String name) throws IOException {
        byte[] bytes = changed.get(name);
        if (bytes != null) {
            return bytes;
        }
        if (!senders.contains(name) || zip.declaredBytes(name) > MOST_BYTES_OF_ONE) {
            throw new UneditableException("no part, or too large: " + name);
        }
        try (InputStream content = original(name)) {
            return content.readAllBytes();
        }
    }

    private InputStream original(String name) throws IOException {
        try {
            return zip.bytes(name);
        } catch (UnreadableFileException e) {
            throw new UneditableException("no part " + name, e);
        }
    }

    /** Changes a part of the sender's, in the encoding that it has. */
    public void change(String name, String text) throws IOException {
        try {
            changed.put(name, text.getBytes(XmlEncoding.of(bytes(name))));
        } catch (UnreadableFileException e) {
            throw new UneditableException("in an unknown encoding: " + name, e);
        }
    }

    /** Adds a part of ours. */
    public void add(String name, String text) {
        changed.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Leaves a part out. */
    void remove(String name) {
        changed.remove(name);
        removed.add(name);
    }

    /** Writes the sender's parts in their order, and ours behind them. */
    public void write(OutputStream out) throws IOException {
        ZipOutputStream archive = new ZipOutputStream(out);
        Set<String> names = new LinkedHashSet<>(senders);
        names.addAll(changed.keySet());
        for (String name : names) {
            if (has(name)) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(EVERY_PART);
                archive.putNextEntry(entry);
                byte[] bytes = changed.get(name);
                if (bytes != null) {
                    archive.write(bytes);
                } else {
                    try (InputStream content = original(name)) {
                        content.transferTo(archive);
                    }
                }
                archive.closeEntry();
            }
        }
        archive.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
