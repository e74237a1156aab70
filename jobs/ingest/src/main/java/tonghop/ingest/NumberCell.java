package tonghop.ingest;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Entry;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Measure;
import tonghop.domain.Nature;
import tonghop.domain.Place;
import tonghop.ingest.sheet.Grid;
import tonghop.ingest.text.VietnameseNumber;
import tonghop.ingest.text.VietnameseText;

/**
 * What a cell says in the column of a measure: a number, nothing, or something that cannot be there.
 *
 * @param entry the number; absent if the cell is blank or wrong
 * @param finding what is wrong; absent if nothing is
 */
record NumberCell(@Nullable Entry entry, @Nullable Finding finding) {

    private static final NumberCell BLANK = new NumberCell(null, null);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** Receptions by chairs reached 270 % of their quota in a published report; more than ten times is a slip. */
    private static final BigDecimal HIGHEST_RATE = THOUSAND;

    /** 'Nothing to report' in words: a nil return, which is zero and not missing. */
    private static final Set<String> NIL = Set.of("kps", "không phát sinh", "không", "không có");

    private static final Set<String> DASHES = Set.of("-", "–", "—", "x");

    static NumberCell read(Grid.@Nullable Cell cell, Measure measure, Place place) {
        if (cell == null) {
            return BLANK;
        }
        String address = String.valueOf(place.cell());
        return switch (cell.kind()) {
            case NUMBER -> number(cell, measure, place, address);
            case TEXT -> text(cell.text(), measure, place, address);
            case ERROR -> wrong(FindingCode.BROKEN_FORMULA, place, cell.text(), "");
            case DATE, LOGICAL -> notANumber(place, cell.text(), measure);
        };
    }

    boolean isBlank() {
        return entry == null && finding == null;
    }

    private static NumberCell number(Grid.Cell cell, Measure measure, Place place, String address) {
        BigDecimal number = cell.number() == null ? BigDecimal.ZERO : cell.number();
        BigDecimal value = cell.isPercent() && isRate(measure) ? number.multiply(HUNDRED) : number;
        return checked(new Entry(plain(value), null, address, cell.text()), measure, place);
    }

    private static NumberCell text(String text, Measure measure, Place place, String address) {
        String tidy = VietnameseText.tidy(text);
        String lower = tidy.toLowerCase(Locale.ROOT);
        if (DASHES.contains(lower)) {
            return BLANK;
        }
        if (NIL.contains(lower)) {
            return new NumberCell(new Entry(BigDecimal.ZERO, null, address, tidy), null);
        }
        Optional<VietnameseNumber> number = VietnameseNumber.parse(tidy).filter(parsed -> fits(parsed, measure));
        return number.map(
                        parsed -> checked(new Entry(parsed.value(), parsed.qualifier(), address, tidy), measure, place))
                .orElseGet(() -> notANumber(place, tidy, measure));
    }

    private static boolean fits(VietnameseNumber number, Measure measure) {
        return number.suffix().isEmpty()
                || VietnameseText.key(number.suffix()).equals(VietnameseText.key(measure.unitOfCount()));
    }

    private static NumberCell checked(Entry entry, Measure measure, Place place) {
        BigDecimal value = entry.value();
        if (value.signum() < 0) {
            return wrong(FindingCode.NEGATIVE_VALUE, place, entry.raw(), "");
        }
        // '1,000' typed as text is one in Vietnamese and a thousand in English: for a count neither is taken.
        boolean isFraction = value.stripTrailingZeros().scale() > 0
                || (value.scale() > 0 && entry.raw().contains(","));
        if (measure.decimals() == 0 && isFraction) {
            return wrong(FindingCode.NOT_WHOLE, place, entry.raw(), suggestion(value), measure.unitOfCount());
        }
        if (isRate(measure) && value.compareTo(HIGHEST_RATE) > 0) {
            return wrong(FindingCode.IMPOSSIBLE_RATE, place, entry.raw(), HIGHEST_RATE.toPlainString());
        }
        return new NumberCell(entry, null);
    }

    /** 5.590 typed into an English Excel becomes 5.59; the thousandfold is what was probably meant. */
    private static String suggestion(BigDecimal value) {
        BigDecimal thousandfold = value.multiply(THOUSAND);
        return thousandfold.stripTrailingZeros().scale() <= 0
                ? plain(thousandfold).toPlainString() + "?"
                : "";
    }

    private static boolean isRate(Measure measure) {
        return measure.nature() == Nature.DECLARED && measure.unitOfCount().equals("%");
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static NumberCell notANumber(Place place, String text, Measure measure) {
        return wrong(FindingCode.NOT_A_NUMBER, place, text, " (" + measure.unitOfCount() + ")");
    }

    private static NumberCell wrong(FindingCode code, Place place, String value, String expected, String... details) {
        return new NumberCell(null, Finding.of(code, place, value, expected, details));
    }
}
