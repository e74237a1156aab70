package tonghop.ingest.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.form.NilReturn;
import tonghop.domain.form.Qualifier;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.text.NumberStyle;
import tonghop.spreadsheet.text.VietnameseNumber;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * What a cell says in the column of a measure: a number, nothing, or something that cannot be there.
 *
 * @param entry the number; absent if the cell is blank or wrong
 * @param finding what is wrong, or odd about the number; absent if nothing is
 */
public record NumberCell(@Nullable Entry entry, @Nullable Finding finding) {

    private static final NumberCell BLANK = new NumberCell(null, null);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final int THOUSANDS_DIGITS = 3;

    /** Receptions by chairs reached 270 % of their quota in a published report; more than ten times is a slip. */
    private static final BigDecimal HIGHEST_RATE = THOUSAND;

    /** Marks a cell that cannot be filled. */
    private static final String CROSS = "x";

    /** Thousands in Vietnamese, three decimals in English. */
    private static final Pattern AMBIGUOUS = Pattern.compile("-?\\d{1,3}\\.\\d{3}");

    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-0?(\\d{1,2})-0?(\\d{1,2})");

    /**
     * What the other cells of the sheet say about how to read one.
     *
     * @param style how numbers are typed as text
     * @param mayBeShares whether every rate of the column is at most 1, so that 0.98 may mean 98 %
     */
    public record Sense(NumberStyle style, boolean mayBeShares) {}

    /** Whether a cell holds a number, for whatever measure. */
    public static boolean isFigure(Grid.Cell cell) {
        return cell.kind() == Grid.Kind.NUMBER
                || (cell.kind() == Grid.Kind.TEXT
                        && VietnameseNumber.parse(cell.text()).isPresent());
    }

    public static NumberCell read(Grid.@Nullable Cell cell, Measure measure, Place place, Sense sense) {
        if (cell == null) {
            return BLANK;
        }
        String address = String.valueOf(place.cell());
        return switch (cell.kind()) {
            case NUMBER -> number(cell, measure, place, address, sense);
            case TEXT -> text(cell.text(), measure, place, address, sense);
            case ERROR -> wrong(FindingCode.BROKEN_FORMULA, place, Fact.TEXT.is(cell.text()));
            case DATE -> notANumber(place, cell.text(), measure, typedBeforeDate(cell.text()));
            case LOGICAL -> notANumber(place, cell.text(), measure, "");
        };
    }

    public boolean isBlank() {
        return entry == null && finding == null;
    }

    private static NumberCell number(Grid.Cell cell, Measure measure, Place place, String address, Sense sense) {
        BigDecimal number = cell.number() == null ? BigDecimal.ZERO : cell.number();
        boolean mayBeShare = isRate(measure) && !cell.isPercent() && sense.mayBeShares() && number.signum() > 0;
        if (mayBeShare && number.compareTo(BigDecimal.ONE) <= 0) {
            String asShare = plain(number.multiply(HUNDRED)).toPlainString();
            return wrong(FindingCode.AMBIGUOUS_RATE, place, Fact.TEXT.is(cell.text()), Fact.MEANT.is(asShare));
        }
        boolean isHundredfold = cell.isPercent() && isRate(measure);
        BigDecimal noise =
                cell.result() == null ? BigDecimal.ZERO : cell.result().noise();
        BigDecimal value = settled(number, noise);
        return checked(
                isHundredfold
                        ? new Entry(plain(value.multiply(HUNDRED)), null, address, cell.text(), noise.multiply(HUNDRED))
                        : new Entry(plain(value), null, address, cell.text(), noise),
                measure,
                place);
    }

    /** A computed number that is whole but for its noise. */
    private static BigDecimal settled(BigDecimal number, BigDecimal noise) {
        BigDecimal whole = number.setScale(0, RoundingMode.HALF_UP);
        return Amount.agree(number, whole, noise) ? whole : number;
    }

    /** A number that was chosen, or is shown with its mark, in a cell that holds {@code raw}. */
    public static NumberCell chosen(
            BigDecimal value, @Nullable Qualifier qualifier, String raw, Measure measure, Place place) {
        return checked(new Entry(plain(value), qualifier, String.valueOf(place.cell()), raw), measure, place);
    }

    /** A cell that counts as empty. */
    public static NumberCell blank() {
        return BLANK;
    }

    private static NumberCell text(String text, Measure measure, Place place, String address, Sense sense) {
        String tidy = VietnameseText.tidy(text);
        if (tidy.equalsIgnoreCase(CROSS) || NilReturn.isMissing(tidy)) {
            return BLANK;
        }
        if (NilReturn.isNil(tidy)) {
            return measure.nature().hasNought()
                    ? new NumberCell(new Entry(BigDecimal.ZERO, null, address, tidy), null)
                    : BLANK;
        }
        if (measure.decimals() > 0
                && sense.style() == NumberStyle.UNKNOWN
                && AMBIGUOUS.matcher(tidy).matches()) {
            return wrong(
                    FindingCode.AMBIGUOUS_NUMBER,
                    place,
                    Fact.TEXT.is(tidy),
                    Fact.MEANT.is(tidy.replace(".", "")),
                    Fact.OTHERWISE.is(tidy.replace('.', ',')));
        }
        Optional<VietnameseNumber> number =
                VietnameseNumber.parse(tidy, sense.style()).filter(parsed -> fits(parsed, measure));
        return number.map(
                        parsed -> checked(new Entry(parsed.value(), parsed.qualifier(), address, tidy), measure, place))
                .orElseGet(() -> notANumber(place, tidy, measure, inOtherStyle(tidy, measure, sense)));
    }

    /** Whether what follows a number is the measure's unit of count, or nothing. */
    public static boolean fits(VietnameseNumber number, Measure measure) {
        return number.suffix().isEmpty()
                || VietnameseText.key(number.suffix()).equals(VietnameseText.key(measure.unitOfCount()));
    }

    /** '98.55' among Vietnamese numbers: the point was probably meant for a comma. */
    private static String inOtherStyle(String text, Measure measure, Sense sense) {
        NumberStyle other = sense.style() == NumberStyle.ENGLISH ? NumberStyle.VIETNAMESE : NumberStyle.ENGLISH;
        return VietnameseNumber.parse(text, other)
                .filter(parsed -> fits(parsed, measure))
                .map(parsed -> parsed.value().toPlainString().replace('.', ',') + "?")
                .orElse("");
    }

    /** 6/9 that became the 6th of September. */
    private static String typedBeforeDate(String date) {
        Matcher parts = ISO_DATE.matcher(date);
        return parts.matches() ? parts.group(2) + "/" + parts.group(1) + "?" : "";
    }

    private static NumberCell checked(Entry entry, Measure measure, Place place) {
        BigDecimal value = entry.value();
        if (value.signum() < 0) {
            return wrong(FindingCode.NEGATIVE_VALUE, place, Fact.TEXT.is(entry.raw()));
        }
        // '1,000' typed as text is one in Vietnamese and a thousand in English: for a count neither is taken.
        boolean isFraction = value.stripTrailingZeros().scale() > 0 || value.scale() > 0;
        if (measure.decimals() == 0 && isFraction) {
            return wrong(
                    FindingCode.NOT_WHOLE,
                    place,
                    Fact.TEXT.is(entry.raw()),
                    Fact.MEANT.is(suggestion(value)),
                    Fact.UNIT_OF_COUNT.is(measure.unitOfCount()));
        }
        if (isRate(measure) && value.compareTo(HIGHEST_RATE) > 0) {
            return wrong(FindingCode.IMPOSSIBLE_RATE, place, Fact.TEXT.is(entry.raw()), Fact.LIMIT.is(HIGHEST_RATE));
        }
        return isRate(measure) && value.compareTo(HUNDRED) > 0
                ? new NumberCell(entry, Finding.of(FindingCode.RATE_ABOVE_HUNDRED, place, Fact.TEXT.is(plain(value))))
                : new NumberCell(entry, null);
    }

    /**
     * 5.590 typed into an English Excel becomes 5.59; the thousandfold is what was probably meant. '1.234,00' is whole
     * but for its nil decimals; of 2.5 nobody can say anything.
     */
    private static String suggestion(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() <= 0 && value.scale() != THOUSANDS_DIGITS) {
            return plain(value).toPlainString() + "?";
        }
        BigDecimal thousandfold = value.multiply(THOUSAND);
        boolean isLikely =
                stripped.scale() != 1 && thousandfold.stripTrailingZeros().scale() <= 0;
        return isLikely ? plain(thousandfold).toPlainString() + "?" : "";
    }

    /** Whether a measure is a rate in per cent. */
    public static boolean isRate(Measure measure) {
        return measure.nature() == Nature.DECLARED && measure.unitOfCount().equals("%");
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static NumberCell notANumber(Place place, String text, Measure measure, String suggestion) {
        String meant = suggestion.isEmpty() ? "" : ": " + suggestion;
        return wrong(
                FindingCode.NOT_A_NUMBER,
                place,
                Fact.TEXT.is(text),
                Fact.MEANT.is(" (" + measure.unitOfCount() + ")" + meant));
    }

    private static NumberCell wrong(FindingCode code, Place place, Fact.Said... facts) {
        return new NumberCell(null, Finding.of(code, place, facts));
    }
}
