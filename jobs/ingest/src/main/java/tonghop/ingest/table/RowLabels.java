package tonghop.ingest.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Form;
import tonghop.domain.form.TableRow.Kind;
import tonghop.domain.unit.Unit;
import tonghop.ingest.text.UnitNames;
import tonghop.spreadsheet.text.VietnameseText;

/** Tells what a row is by its label. */
public final class RowLabels {

    /** What may follow the words of a total: 'Tổng số:', 'Tổng cộng (I+II)'. */
    private static final Pattern AFTER_WORDS = Pattern.compile("\\s*(?:\\([^)]*\\)|[:.;,])\\s*$");

    /** An ordinal that somebody typed before the label; 'X.' is no ten but short for 'xã'. */
    private static final Pattern ORDINAL =
            Pattern.compile("^(?:(?:I{1,3}|IV|VI{0,3}|IX)\\s*[.):-]|\\d{1,3}\\s*[.):-]|[-+•*])\\s*(?=\\p{L})");

    /** Words that only totals begin with, whatever follows them: 'Tổng cộng toàn huyện', 'Cộng các xã'. */
    private static final Pattern BEGINS_AS_TOTAL = Pattern.compile(
            "^(?:tổng (?:số|cộng)(?!\\p{L}).*|(?:tổng|cộng)(?: (?:các|toàn|khối|cấp|nhóm|mục|phần|chung)(?!\\p{L}).*|[^\\p{L}]*))$");

    private static final String ALL_OF = "toàn ";

    private final UnitNames names;
    private final Form form;
    private final Unit sender;

    public RowLabels(UnitNames names, Form form, Unit sender) {
        this.names = names;
        this.form = form;
        this.sender = sender;
    }

    /**
     * What a label means.
     *
     * @param kind absent if it should name a unit, and names none or several
     * @param unit the code of the unit; the sender's own for its offices and categories
     * @param candidates the units that bear the name, where they are several, or bear a similar one
     * @param isSimilar whether the candidates only bear a similar name
     */
    record Meaning(@Nullable Kind kind, @Nullable String unit, List<Unit> candidates, boolean isSimilar) {

        Meaning(@Nullable Kind kind, @Nullable String unit, List<Unit> candidates) {
            this(kind, unit, candidates, false);
        }
    }

    Meaning of(String written) {
        String label = ORDINAL.matcher(VietnameseText.tidy(written)).replaceFirst("");
        String key = AFTER_WORDS.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("");
        // 'Toàn huyện' is the total of a district's sheet, and a subtotal in that of a province.
        boolean isOfOthers = key.startsWith(ALL_OF) && !UnitNames.isKindOf(sender, key.substring(ALL_OF.length()));
        if ((names.words().totals().contains(key) || isTotalWithoutMarks(key)) && !isOfOthers) {
            return new Meaning(Kind.TOTAL, sender.code(), List.of());
        }
        if (names.words().groups().contains(key) || isOfOthers) {
            return new Meaning(Kind.GROUP, sender.code(), List.of());
        }
        Optional<Kind> total = totalOf(key);
        if (total.isPresent()) {
            return new Meaning(total.get(), sender.code(), List.of());
        }
        return form.rows() == Form.Rows.CATEGORIES ? new Meaning(Kind.CATEGORY, sender.code(), List.of()) : unit(label);
    }

    /** 'Tong so' from a keyboard without Vietnamese. */
    private boolean isTotalWithoutMarks(String key) {
        return key.chars().allMatch(letter -> letter < 128)
                && names.words().totals().stream()
                        .anyMatch(total -> VietnameseText.skeleton(total).equals(key));
    }

    /** 'Tổng cộng toàn huyện' in a district's sheet is its total, 'Cộng các phòng' a subtotal. */
    private Optional<Kind> totalOf(String key) {
        if (!BEGINS_AS_TOTAL.matcher(key).matches()) {
            return Optional.empty();
        }
        int all = key.indexOf(ALL_OF);
        boolean isOfSender = all >= 0 && UnitNames.isKindOf(sender, key.substring(all + ALL_OF.length()));
        return Optional.of(isOfSender ? Kind.TOTAL : Kind.GROUP);
    }

    /** The unit that {@code label} names within the sender's territory, or the sender for an office inside it. */
    Meaning unit(String label) {
        List<Unit> units = names.namedWithin(label, sender.code());
        if (units.size() == 1) {
            Unit unit = units.get(0);
            boolean isSender = unit.code().equals(sender.code());
            return new Meaning(isSender ? Kind.SENDER : Kind.UNIT, unit.code(), List.of());
        }
        if (units.size() > 1 && names.areOfDifferentTimes(units)) {
            // 'UBND thành phố Đà Nẵng' in its own sheet is its own office, not the city that it took over.
            return units.contains(sender) && UnitNames.isCommittee(label)
                    ? new Meaning(Kind.SENDER, sender.code(), List.of())
                    : new Meaning(null, null, units);
        }
        if (units.size() > 1) {
            List<Unit> below = units.stream()
                    .filter(unit -> sender.code().equals(unit.parent()))
                    .toList();
            return below.size() == 1
                    ? new Meaning(Kind.UNIT, below.get(0).code(), List.of())
                    : new Meaning(null, null, units);
        }
        if (label.isBlank() || UnitNames.isKindOf(sender, label)) {
            return new Meaning(Kind.SENDER, sender.code(), List.of());
        }
        List<Unit> similar = names.similarWithin(label, sender.code());
        return UnitNames.isTerritorial(label) || !similar.isEmpty()
                ? new Meaning(null, null, similar, !similar.isEmpty())
                : new Meaning(Kind.OFFICE, sender.code(), List.of());
    }
}
