package tonghop.report.returned;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tonghop.domain.Sha256;

/** A folder of returned copies, under the paths that the files have in their inbox. */
public final class ReturnedCopies {

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}<>:\"|?*\\\\]|[. ]+$");
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?|\\.{1,2}|");
    private static final int MOST_BYTES_OF_NAME = 180;
    private static final int MARK_LENGTH = 8;

    private ReturnedCopies() {}

    /**
     * What is to be written.
     *
     * @param original our copy of the sender's file
     * @param values its cells, if it is in another format
     */
    public record Copy(Path original, CheckedFile checked, Supplier<List<CopiedSheet>> values) {}

    /**
     * Writes every copy below {@code folder}, in the order of their paths.
     *
     * @return where each one is, with forward slashes, by the file's path in its inbox
     */
    public static Map<String, String> write(List<Copy> copies, Path folder) throws IOException {
        List<Copy> inOrder = new ArrayList<>(copies);
        inOrder.sort(Comparator.comparing(copy -> copy.checked().file()));
        Set<String> taken = new HashSet<>();
        Map<String, String> written = new TreeMap<>();
        for (Copy copy : inOrder) {
            String file = copy.checked().file();
            Path half = Files.createDirectories(folder).resolve(".dang-ghi");
            ReturnedWorkbook.Kind kind;
            try (OutputStream out = Files.newOutputStream(half)) {
                kind = ReturnedWorkbook.write(copy.original(), copy.checked(), copy.values(), out);
            }
            String name = kind.nameOf(safe(file));
            if (!taken.add(name.toLowerCase(Locale.ROOT))) {
                name = kind.nameOf(safe(file) + mark(file));
                taken.add(name.toLowerCase(Locale.ROOT));
            }
            Path target = folder.resolve(name);
            Path above = target.getParent();
            Files.createDirectories(above == null ? folder : above);
            Files.move(half, target);
            written.put(file, name);
        }
        return written;
    }

    /**
     * A path that every system can have and that stays below its folder, whatever a sender calls a file or a member of
     * an archive. A name that has to be changed is made different from all others by a mark.
     */
    static String safe(String file) {
        List<String> steps = new ArrayList<>();
        for (String step : file.split("/", -1)) {
            String safe = UNSAFE.matcher(step).replaceAll("_");
            if (RESERVED.matcher(safe).matches()) {
                safe = "_" + safe;
            }
            safe = shortened(safe);
            steps.add(safe.equals(step) ? step : safe + mark(file));
        }
        return String.join("/", steps);
    }

    private static String shortened(String name) {
        String result = name;
        while (result.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_OF_NAME) {
            result = result.substring(0, result.offsetByCodePoints(result.length(), -1));
        }
        return result;
    }

    private static String mark(String file) {
        return "~" + Sha256.of(file).substring(0, MARK_LENGTH);
    }
}
