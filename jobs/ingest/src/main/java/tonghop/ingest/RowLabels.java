package tonghop.ingest;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Form;
import tonghop.domain.TableRow.Kind;
import tonghop.domain.Unit;
import tonghop.ingest.text.VietnameseText;

/** Tells what a row is by its label. */
final class RowLabels {

    /** What may follow the words of a total: 'Tổng số:', 'Tổng cộng (I+II)'. */
    private static final Pattern AFTER_WORDS = Pattern.compile("\\s*(?:\\([^)]*\\)|[:.;,])\\s*$");

    private static final String ALL_OF = "toàn ";

    private final UnitNames names;
    private final Form form;
    private final Unit sender;

    RowLabels(UnitNames names, Form form, Unit sender) {
        this.names = names;
        this.form = form;
        this.sender = sender;
    }

    /**
     * What a label means.
     *
     * @param kind absent if it should name a unit, and names none or several
     * @param unit the code of the unit; the sender's own for its offices and categories
     * @param candidates the units that bear the name, where they are several
     */
    record Meaning(@Nullable Kind kind, @Nullable String unit, List<Unit> candidates) {}

    Meaning of(String label) {
        String key = AFTER_WORDS
                .matcher(VietnameseText.tidy(label).toLowerCase(Locale.ROOT))
                .replaceAll("");
        // 'Toàn huyện' is the total of a district's sheet, and a subtotal in that of a province.
        boolean isOfOthers = key.startsWith(ALL_OF) && !UnitNames.isKindOf(sender, key.substring(ALL_OF.length()));
        if (names.words().totals().contains(key) && !isOfOthers) {
            return new Meaning(Kind.TOTAL, sender.code(), List.of());
        }
        if (names.words().groups().contains(key) || isOfOthers) {
            return new Meaning(Kind.GROUP, sender.code(), List.of());
        }
        return form.rows() == Form.Rows.CATEGORIES ? new Meaning(Kind.CATEGORY, sender.code(), List.of()) : unit(label);
    }

    /** The unit that {@code label} names within the sender's territory, or the sender for an office inside it. */
    Meaning unit(String label) {
        List<Unit> units = names.namedWithin(label, sender.code());
        if (units.size() == 1) {
            Unit unit = units.get(0);
            boolean isSender = unit.code().equals(sender.code());
            return new Meaning(isSender ? Kind.SENDER : Kind.UNIT, unit.code(), List.of());
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
                ? new Meaning(null, null, similar)
                : new Meaning(Kind.OFFICE, sender.code(), List.of());
    }
}
