package tonghop.domain.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit of count as people write it ('đơn vị tính'), for those that come in several sizes: 'triệu đồng', 'Trđ', 'ha'.
 *
 * <p>The spellings are listed and never guessed by their end: '1.000 đồng' once read as đồng made figures a thousand
 * times too small. Marks are never folded, for 'dòng' and 'đóng' are no money.
 *
 * @param dimension what it measures: {@code đồng}, {@code m2}, or what is counted
 * @param power how many times ten it is of the smallest
 */
public record UnitOfCount(String dimension, int power) {

    private static final String MONEY = "đồng";
    private static final String AREA = "m2";

    /** For every thing that is counted: 'nghìn lượt' above a table speaks of all its counts. */
    private static final String COUNT = "số lượng";

    private static final Map<String, Integer> FACTORS = Map.ofEntries(
            Map.entry("", 0),
            Map.entry("nghìn", 3),
            Map.entry("ngàn", 3),
            Map.entry("ng", 3),
            Map.entry("1000", 3),
            Map.entry("triệu", 6),
            Map.entry("tr", 6),
            Map.entry("1000000", 6),
            Map.entry("tỷ", 9),
            Map.entry("tỉ", 9));

    private static final Pattern OF_MONEY =
            Pattern.compile("^([\\p{L}]*|1000(?:000)?)[ .]*(?:đồng|đ|vnđ|vnd|dồng|đổng)$");

    private static final Pattern OF_COUNTS = Pattern.compile(
            "^(nghìn|ngàn|triệu|1000(?:000)?)? ?(lượt|lượt người|người|vụ|vụ việc|đơn|hồ sơ|đoàn|hộ|cuộc)$");

    private static final Map<String, Integer> AREAS = Map.of(
            "m2",
            0,
            "m²",
            0,
            "mét vuông",
            0,
            "1000 m2",
            3,
            "ha",
            4,
            "hecta",
            4,
            "héc ta",
            4,
            "héc-ta",
            4,
            "km2",
            6,
            "km²",
            6);

    private static final Pattern THOUSANDS = Pattern.compile("(?<=1)([.,]000)+(?!\\d)");

    private static final BigDecimal MOST_COUNTED = BigDecimal.TEN.pow(7);
    private static final int MOST_MONEY = 14;
    private static final int MOST_AREA = 10;

    /** The unit that {@code text} is; empty if it is none, or one that comes in no other size. */
    public static Optional<UnitOfCount> parse(String text) {
        String word = THOUSANDS
                .matcher(text.strip().toLowerCase(Locale.ROOT))
                .replaceAll(match -> match.group().replaceAll("[.,]", ""))
                .replaceAll("\\s+", " ");
        if (AREAS.containsKey(word)) {
            return Optional.of(new UnitOfCount(AREA, AREAS.getOrDefault(word, 0)));
        }
        Matcher money = OF_MONEY.matcher(word);
        if (money.matches() && FACTORS.containsKey(money.group(1))) {
            return Optional.of(new UnitOfCount(MONEY, FACTORS.getOrDefault(money.group(1), 0)));
        }
        Matcher counts = OF_COUNTS.matcher(word);
        return counts.matches()
                ? Optional.of(new UnitOfCount(COUNT, FACTORS.getOrDefault(String.valueOf(counts.group(1)), 0)))
                : Optional.empty();
    }

    /** The unit of {@code measure}; empty where none of its size could be stated: a rate, a rank. */
    public static Optional<UnitOfCount> of(Measure measure) {
        boolean isCount = List.of(Nature.FLOW, Nature.OPENING_STOCK, Nature.CLOSING_STOCK, Nature.PLAN)
                .contains(measure.nature());
        Optional<UnitOfCount> written = parse(measure.unitOfCount());
        return written.or(() -> isCount && !measure.unitOfCount().equals("%")
                ? Optional.of(new UnitOfCount(COUNT, 0))
                : Optional.empty());
    }

    /** By how much a number in this unit is to be multiplied to be one in {@code other}, of the same dimension. */
    public BigDecimal in(UnitOfCount other) {
        return BigDecimal.ONE.scaleByPowerOfTen(power - other.power);
    }

    /**
     * Beyond what a number in this unit is not plausible: 100,000 tỷ đồng, 10,000 km2, ten million of what is counted.
     */
    BigDecimal mostPlausible() {
        return switch (dimension) {
            case MONEY -> BigDecimal.ONE.scaleByPowerOfTen(MOST_MONEY - power);
            case AREA -> BigDecimal.ONE.scaleByPowerOfTen(MOST_AREA - power);
            default -> MOST_COUNTED;
        };
    }
}
