package tonghop.spreadsheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * The bytes of one entry of a zip: refused when they are more than the entry may inflate to, or at their end when they
 * are not those that were packed. Java itself does not compare the checksum of an entry read through the directory.
 */
final class PartStream extends FilterInputStream {

    /** Told of bytes as they come; throws to stop. */
    @FunctionalInterface
    interface Meter {
        void take(long bytes) throws ZipException;

        /** All bytes have come, and are those that were packed. */
        default void end() {}
    }

    /** More bytes than are taken. */
    static final class TooFar extends ZipException {

        private static final long serialVersionUID = 1L;
    }

    private final ZipEntry entry;
    private final Meter meter;
    private final CRC32 checksum = new CRC32();
    private long bytes;

    PartStream(InputStream in, ZipEntry entry, Meter meter) {
        super(in);
        this.entry = entry;
        this.meter = meter;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            checksum.update(buffer, offset, count);
            bytes += count;
            meter.take(count);
            if (bytes > Limits.RATIO_FREE_BYTES && bytes / Limits.INFLATE_RATIO > entry.getCompressedSize()) {
                throw new TooFar();
            }
        } else if (count < 0) {
            if (entry.getCrc() >= 0 && checksum.getValue() != entry.getCrc()) {
                throw new ZipException("checksum differs");
            }
            meter.end();
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        byte[] passed = new byte[4096];
        while (skipped < count) {
            int read = read(passed, 0, (int) Math.min(passed.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
