package tonghop.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.unit.Unit;

/** Writes {@code units.csv}, as {@link UnitRegistry} reads it. */
public final class UnitsFile {

    /** Where it lies inside the catalogue. */
    public static final String FOLDER = "units";

    private UnitsFile() {}

    /** The lines, the heading first. */
    public static List<String> lines(List<Unit> units) {
        return Stream.concat(
                        Stream.of(String.join(",", UnitRegistry.HEADER)),
                        units.stream().map(UnitsFile::line))
                .toList();
    }

    /**
     * Writes {@code units} to units.csv in {@code folder}, if it can be read back.
     *
     * @throws CatalogueException with what is wrong; a file that is there stays as it was
     */
    public static Path write(Path folder, List<Unit> units) throws IOException {
        Path half = folder.resolve(".units.csv.part");
        Files.writeString(half, String.join("\n", lines(units)) + "\n", StandardCharsets.UTF_8);
        Problems problems = new Problems(folder);
        UnitRegistry.read(half, problems);
        try {
            problems.throwIfAny();
        } catch (CatalogueException e) {
            Files.delete(half);
            throw e;
        }
        return Files.move(
                half, folder.resolve("units.csv"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(Unit unit) {
        String successors = unit.successors().stream().map(UnitsFile::successor).collect(Collectors.joining(" "));
        return Stream.of(
                        unit.code(),
                        unit.name(),
                        unit.level().code(),
                        text(unit.parent()),
                        text(unit.validity().from()),
                        text(unit.validity().to()),
                        successors)
                .map(UnitsFile::quoted)
                .collect(Collectors.joining(","));
    }

    private static String successor(Unit.Successor next) {
        String extent = next.whole() ? "whole" : "part";
        String share = next.share() == null ? "" : ":" + next.share().toPlainString();
        return next.code() + "@" + next.since() + ":" + extent + share;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[,\"\\n\\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
