package tonghop.catalogue;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvMalformedLineException;
import com.opencsv.exceptions.CsvMultilineLimitBrokenException;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.NearestWord;
import tonghop.domain.UnitLevel;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;

/**
 * Reads {@code units/units.csv}: {@code code,name,level,parent,valid_from,valid_to,successors}.
 *
 * <p>Successors are written {@code 05528@2025-07-01:whole} (or {@code part}), several with blanks between them. Parts
 * may have declared shares, {@code 05528@2025-07-01:part:0.35}, which add up to 1.
 */
final class UnitRegistry {

    static final List<String> HEADER =
            List.of("code", "name", "level", "parent", "valid_from", "valid_to", "successors");
    private static final Pattern SUCCESSOR =
            Pattern.compile("(\\w+)@(\\d{4}-\\d{2}-\\d{2}):(whole|part)(?::(0\\.\\d+))?");
    private static final int LINES_IN_ONE_FIELD = 2;

    private final Path file;
    private final Problems problems;
    private final List<Unit> units = new ArrayList<>();
    private final IdentityHashMap<Unit, Integer> lines = new IdentityHashMap<>();

    private UnitRegistry(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static List<Unit> read(Path file, Problems problems) throws IOException {
        UnitRegistry registry = new UnitRegistry(file, problems);
        registry.readRows();
        registry.checkParents();
        registry.checkCodesAreUniqueInTime();
        return List.copyOf(registry.units);
    }

    private void readRows() throws IOException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVReader csv = new CSVReaderBuilder(text)
                        .withCSVParser(new RFC4180ParserBuilder().build())
                        .withMultilineLimit(LINES_IN_ONE_FIELD)
                        .build()) {
            for (String[] row = csv.readNext(); row != null; row = csv.readNext()) {
                int line = (int) csv.getLinesRead();
                if (line == 1) {
                    checkHeader(List.of(row));
                } else if (row.length == HEADER.size()) {
                    readUnit(row, line);
                } else {
                    say(line, "cần %d ô, có %d".formatted(HEADER.size(), row.length), "wrong number of fields");
                }
            }
        } catch (CsvMultilineLimitBrokenException e) {
            say((int) e.getRow(), "thiếu dấu ngoặc kép đóng", "a quotation mark is never closed");
        } catch (CsvMalformedLineException e) {
            say((int) e.getLineNumber(), "thiếu dấu ngoặc kép đóng", "a quotation mark is never closed");
        } catch (CsvValidationException e) {
            say((int) e.getLineNumber(), "không phải CSV: " + e.getMessage(), "not CSV: " + e.getMessage());
        }
    }

    private void checkHeader(List<String> header) {
        if (!header.equals(HEADER)) {
            String expected = String.join(",", HEADER);
            say(1, "dòng đầu phải là: " + expected, "the first line must be: " + expected);
        }
    }

    private void readUnit(String[] row, int line) {
        try {
            Unit unit = new Unit(
                    row[0],
                    row[1],
                    level(row[2]),
                    row[3].isEmpty() ? null : row[3],
                    new Validity(day(row[4]), day(row[5])),
                    successors(row[6]));
            units.add(unit);
            lines.put(unit, line);
        } catch (DateTimeException | IllegalArgumentException e) {
            say(line, "dòng không hợp lệ: " + e.getMessage(), String.valueOf(e.getMessage()));
        }
    }

    private static UnitLevel level(String word) {
        List<String> known =
                Arrays.stream(UnitLevel.values()).map(UnitLevel::code).toList();
        if (!known.contains(word)) {
            String nearest = NearestWord.to(word, known).orElse(String.join(", ", known));
            throw new IllegalArgumentException("there is no level '%s'; did you mean '%s'?".formatted(word, nearest));
        }
        return UnitLevel.of(word);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<Unit.Successor> successors(String text) {
        List<Unit.Successor> successors = new ArrayList<>();
        for (String written : text.isBlank() ? new String[0] : text.strip().split("\\s+", -1)) {
            Matcher successor = SUCCESSOR.matcher(written);
            if (!successor.matches()) {
                throw new IllegalArgumentException("not a successor such as 05528@2025-07-01:whole: " + written);
            }
            successors.add(new Unit.Successor(
                    successor.group(1),
                    LocalDate.parse(successor.group(2)),
                    successor.group(3).equals("whole"),
                    successor.group(4) == null ? null : new BigDecimal(successor.group(4))));
        }
        checkShares(successors);
        return successors;
    }

    private static void checkShares(List<Unit.Successor> successors) {
        List<BigDecimal> shares = successors.stream()
                .flatMap(part -> Stream.ofNullable(part.share()))
                .toList();
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!shares.isEmpty() && (shares.size() < successors.size() || sum.compareTo(BigDecimal.ONE) != 0)) {
            throw new IllegalArgumentException("the shares of all successors must add up to 1, not " + sum);
        }
    }

    private void checkParents() {
        Map<String, List<Unit>> byCode = units.stream().collect(Collectors.groupingBy(Unit::code));
        for (Unit unit : units) {
            if (unit.parent() == null) {
                continue;
            }
            List<Unit> parents = byCode.getOrDefault(unit.parent(), List.of());
            if (parents.isEmpty()) {
                say(
                        lines.getOrDefault(unit, 0),
                        "đơn vị cấp trên %s của %s không có".formatted(unit.parent(), unit.code()),
                        "parent %s of %s does not exist".formatted(unit.parent(), unit.code()));
            } else if (parents.stream().noneMatch(parent -> parent.level().compareTo(unit.level()) < 0)) {
                say(
                        lines.getOrDefault(unit, 0),
                        "%s không phải cấp trên của %s".formatted(unit.parent(), unit.code()),
                        "%s does not stand above %s".formatted(unit.parent(), unit.code()));
            }
        }
    }

    private void checkCodesAreUniqueInTime() {
        Map<String, List<Unit>> byCode = new LinkedHashMap<>();
        for (Unit unit : units) {
            List<Unit> same = byCode.computeIfAbsent(unit.code(), code -> new ArrayList<>());
            if (same.stream().anyMatch(other -> other.validity().overlaps(unit.validity()))) {
                say(
                        lines.getOrDefault(unit, 0),
                        "mã %s có hai đơn vị cùng thời gian".formatted(unit.code()),
                        "code %s stands for two units at one time".formatted(unit.code()));
            }
            same.add(unit);
        }
    }

    private void say(int line, String vietnamese, String english) {
        problems.add(file, line, vietnamese, english);
    }
}
