package tonghop.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;

/** Registries drawn as text. */
public final class DrawnUnits {

    private static final Pattern SUCCESSOR =
            Pattern.compile("(\\w+)@(\\d{4}-\\d{2}-\\d{2}):(whole|part)(?::(0\\.\\d+))?");

    private DrawnUnits() {}

    /**
     * One unit a line: code, name, level, parent, first day, last day, successors; what is left out at the end is
     * empty.
     */
    public static List<Unit> registry(String drawing) {
        return drawing.lines()
                .map(line -> Arrays.copyOf(line.split("\\|", -1), 7))
                .map(DrawnUnits::unit)
                .toList();
    }

    private static Unit unit(@Nullable String[] cells) {
        return new Unit(
                text(cells[0]),
                text(cells[1]),
                UnitLevel.valueOf(text(cells[2])),
                text(cells[3]).isEmpty() ? null : text(cells[3]),
                new Validity(day(text(cells[4])), day(text(cells[5]))),
                SUCCESSOR
                        .matcher(text(cells[6]))
                        .results()
                        .map(found -> successor(found.group()))
                        .toList());
    }

    static Unit.Successor successor(String text) {
        Matcher written = SUCCESSOR.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("no successor: " + text);
        }
        return new Unit.Successor(
                written.group(1),
                LocalDate.parse(written.group(2)),
                written.group(3).equals("whole"),
                written.group(4) == null ? null : new BigDecimal(written.group(4)));
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell.strip();
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
