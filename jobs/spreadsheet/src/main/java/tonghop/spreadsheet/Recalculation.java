package tonghop.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes formulas of + − × ÷, SUM and references again, in decimals: what {@code =100.1-100} is for a person and not
 * for a program that counts in binary fractions, and whether the stored value is what the formula gives.
 *
 * <p>Formulas of anything else are taken as they were stored, and so are those that read themselves.
 */
final class Recalculation {

    private static final MathContext STORED_DIGITS = new MathContext(15);

    /** What the stored number may be off beside the noise of its operands: it has 15 digits. */
    private static final double LAST_DIGIT = 1e-14;

    /** Of formulas that are not computed here: how much of the largest operand may be noise. */
    private static final double COMMON_NOISE = Math.scalb(1.0, -49);

    private static final int DEEPEST = 250;
    private static final int MOST_CELLS_READ = 5_000_000;

    private final Map<String, GridBuilder> sheets = new HashMap<>();
    private final Map<Key, Optional<Decimal>> known = new HashMap<>();
    private final Set<Key> open = new HashSet<>();
    private int depth;
    private int cellsRead;

    /** A cell of the workbook. */
    private record Key(String sheet, CellAddress cell) {}

    private Recalculation(List<GridBuilder> all) {
        for (GridBuilder sheet : all) {
            sheets.put(sheet.sheet(), sheet);
        }
    }

    /** Puts the exact numbers in the place of the stored ones, and notes where a formula gives another. */
    static void apply(List<GridBuilder> all) {
        Recalculation recalculation = new Recalculation(all);
        for (GridBuilder sheet : all) {
            Map<CellAddress, Grid.Cell> computed = new HashMap<>();
            sheet.formulas().forEach((address, formula) -> {
                Grid.Cell stored = sheet.cell(address);
                if (stored != null && stored.kind() == Grid.Kind.NUMBER && stored.number() != null) {
                    computed.put(address, recalculation.cell(sheet, address, formula, stored, stored.number()));
                }
            });
            // Only now: formulas that could not be computed again are read as they were stored.
            computed.forEach((address, cell) -> sheet.replace(address.row(), address.column(), cell));
        }
    }

    private Grid.Cell cell(GridBuilder sheet, CellAddress address, Formula formula, Grid.Cell cell, BigDecimal stored) {
        Optional<Decimal> given = given(sheet, address);
        if (given.isEmpty()) {
            double noise = COMMON_NOISE * Math.max(Math.abs(stored.doubleValue()), largest(sheet, formula));
            return cell.computed(stored, new Grid.Result(null, new BigDecimal(noise)));
        }
        Decimal exact = given.get();
        BigDecimal shown = plain(exact.value().round(STORED_DIGITS));
        double margin = exact.noise() + LAST_DIGIT * Math.abs(stored.doubleValue());
        BigDecimal noise = shown.compareTo(exact.value()) == 0 ? BigDecimal.ZERO : new BigDecimal(margin);
        boolean isSame = Math.abs(stored.subtract(exact.value()).doubleValue()) <= margin;
        return isSame
                ? cell.computed(shown, new Grid.Result(null, noise))
                : cell.computed(stored, new Grid.Result(shown, noise));
    }

    /** What the formula at {@code address} gives; empty where that cannot be told. */
    private Optional<Decimal> given(GridBuilder sheet, CellAddress address) {
        Key key = new Key(sheet.sheet(), address);
        Optional<Decimal> before = known.get(key);
        if (before != null) {
            return before;
        }
        Formula formula = sheet.formulas().get(address);
        if (formula == null || depth >= DEEPEST || !open.add(key)) {
            return Optional.empty();
        }
        depth++;
        Optional<Decimal> value = new Evaluation(formula, area -> sum(sheet, area)).value();
        depth--;
        open.remove(key);
        known.put(key, value);
        return value;
    }

    /** All cells of an area together; empty if a cell holds what cannot be added. */
    private Optional<Decimal> sum(GridBuilder own, Formula.Area area) {
        GridBuilder sheet = area.sheet().isEmpty() ? own : sheets.get(area.sheet());
        if (sheet == null) {
            return Optional.empty();
        }
        Decimal sum = Decimal.ZERO;
        for (GridBuilder.Placed placed : sheet.within(area)) {
            Optional<Decimal> value = value(sheet, placed, area.isRange());
            if (value.isEmpty() || ++cellsRead > MOST_CELLS_READ) {
                return Optional.empty();
            }
            sum = sum.plus(value.get());
        }
        return Optional.of(sum);
    }

    private Optional<Decimal> value(GridBuilder sheet, GridBuilder.Placed placed, boolean isInRange) {
        Grid.Cell cell = placed.cell();
        BigDecimal number = cell.number();
        boolean isText = cell.kind() == Grid.Kind.TEXT || cell.kind() == Grid.Kind.LOGICAL;
        if (number == null) {
            // A sum passes over texts; an addition of one is an error, or what the text says.
            return isText && isInRange ? Optional.of(Decimal.ZERO) : Optional.empty();
        }
        return open.contains(new Key(sheet.sheet(), placed.address()))
                ? Optional.empty()
                : given(sheet, placed.address()).or(() -> Optional.of(Decimal.of(number)));
    }

    private double largest(GridBuilder own, Formula formula) {
        double largest = 0;
        for (Formula.Area area : formula.areas()) {
            GridBuilder sheet = area.sheet().isEmpty() ? own : sheets.get(area.sheet());
            for (GridBuilder.Placed placed : sheet == null ? List.<GridBuilder.Placed>of() : sheet.within(area)) {
                BigDecimal number = placed.cell().number();
                largest = number == null ? largest : Math.max(largest, Math.abs(number.doubleValue()));
                if (++cellsRead > MOST_CELLS_READ) {
                    return largest;
                }
            }
        }
        return largest;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
