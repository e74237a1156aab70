package tonghop.report.returned;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook: those of the sender, with a few changed and a few added. */
final class Parts implements Closeable {

    /** As in every archive of ours: the same at whatever time and place. */
    private static final LocalDateTime EVERY_PART = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final long MOST_BYTES_OF_ALL = 200L << 20;
    private static final long MOST_BYTES_OF_ONE = 64L << 20;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final int DECLARATION_BYTES = 200;

    private final ZipFile zip;
    private final Map<String, byte[]> changed = new LinkedHashMap<>();

    private final Set<String> removed = new HashSet<>();

    private Parts(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens the archive {@code file}, which is never written to.
     *
     * @throws UnmarkableException if it is none, unpacks to too much, or has a part that cannot be unpacked whole
     */
    static Parts open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new UnmarkableException("no archive of parts", e);
        }
        Parts parts = new Parts(zip);
        long bytes = parts.entries().stream().mapToLong(ZipEntry::getSize).sum();
        long names = parts.entries().stream().map(ZipEntry::getName).distinct().count();
        if (bytes > MOST_BYTES_OF_ALL || names != parts.entries().size()) {
            zip.close();
            throw new UnmarkableException("too large, or parts of the same name");
        }
        try {
            parts.requireWhole();
        } catch (IOException e) {
            zip.close();
            throw new UnmarkableException("damaged", e);
        }
        return parts;
    }

    /** Every part is copied, so that none may fail when half of the copy is written. */
    private void requireWhole() throws IOException {
        for (ZipEntry entry : entries()) {
            CRC32 checksum = new CRC32();
            try (InputStream content = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
                content.skipNBytes(entry.getSize());
                if (content.read() >= 0 || checksum.getValue() != entry.getCrc()) {
                    throw new ZipException(entry.getName());
                }
            }
        }
    }

    private List<? extends ZipEntry> entries() {
        return Collections.list(zip.entries());
    }

    boolean has(String name) {
        return changed.containsKey(name) || (zip.getEntry(name) != null && !removed.contains(name));
    }

    /** A name that no part has yet: {@code before}, a number if needed, {@code after}. */
    String freeName(String before, String after) {
        String name = before + after;
        for (int number = 2; has(name); number++) {
            name = before + number + after;
        }
        return name;
    }

    /**
     * The text of a part.
     *
     * @throws UnmarkableException if there is no such part, or its bytes are not in its encoding
     */
    String text(String name) throws IOException {
        byte[] bytes = bytes(name);
        try {
            return charset(bytes)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnmarkableException("not in its encoding: " + name, e);
        }
    }

    private byte[] bytes(String name) throws IOException {
        byte[] bytes = changed.get(name);
        if (bytes != null) {
            return bytes;
        }
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.getSize() > MOST_BYTES_OF_ONE) {
            throw new UnmarkableException((entry == null ? "no part " : "too large: ") + name);
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }

    /** A byte order mark stays in the text as its first letter, and so is written again. */
    private static Charset charset(byte[] bytes) throws UnmarkableException {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(start);
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnmarkableException("unknown encoding " + declared.group(1), e);
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Changes a part of the sender's, in the encoding that it has. */
    void change(String name, String text) throws IOException {
        changed.put(name, text.getBytes(charset(bytes(name))));
    }

    /** Adds a part of ours. */
    void add(String name, String text) {
        changed.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Leaves a part out. */
    void remove(String name) {
        changed.remove(name);
        removed.add(name);
    }

    /** Writes the sender's parts in their order, and ours behind them. */
    void write(OutputStream out) throws IOException {
        ZipOutputStream archive = new ZipOutputStream(out);
        for (ZipEntry entry : entries()) {
            if (has(entry.getName())) {
                archive.putNextEntry(entry(entry.getName()));
                byte[] bytes = changed.get(entry.getName());
                if (bytes != null) {
                    archive.write(bytes);
                } else {
                    try (InputStream content = zip.getInputStream(entry)) {
                        content.transferTo(archive);
                    }
                }
                archive.closeEntry();
            }
        }
        for (Map.Entry<String, byte[]> part : changed.entrySet()) {
            if (zip.getEntry(part.getKey()) == null) {
                archive.putNextEntry(entry(part.getKey()));
                archive.write(part.getValue());
                archive.closeEntry();
            }
        }
        archive.finish();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EVERY_PART);
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
