package tonghop.ingest.table;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Form;
import tonghop.domain.form.RowWords;
import tonghop.domain.form.TableRow.Kind;
import tonghop.domain.unit.Unit;
import tonghop.ingest.text.UnitNames;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * Tells what a row is by its label, as far as words go; {@link RowDecisions} asks the figures too.
 *
 * <p>The name of a unit below the sender goes before any word: there are communes called Trung Bình ('average'), Toàn
 * Thắng ('all') and Cộng Hòa ('sum').
 */
public final class RowLabels {

    /** What may follow the words of a total: 'Tổng số:', 'Tổng cộng (I+II)'. */
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^)]*\\)\\s*$");

    /** The rows that a control adds up: 'Cộng I', 'Cộng I+II', 'Cộng II =1+2+3', 'Cộng B'. */
    private static final Pattern MEMBERS =
            Pattern.compile("^[^\\p{L}\\d]*(?:(?:[ivx]{1,5}|[a-h]|\\d{1,3})(?:[^\\p{L}\\d]+|$))+$");

    /** The sign of a sum, as a letter or as a symbol; it is no word, and in no old Vietnamese font. */
    private static final Pattern SIGMA = Pattern.compile("[σ∑]");

    /** The same without a word: 'I+II', 'A + B'. */
    private static final Pattern SUM_OF_MEMBERS =
            Pattern.compile("^(?:[ivx]{1,5}|[a-h]|\\d{1,3})(?:\\s*\\+\\s*(?:[ivx]{1,5}|[a-h]|\\d{1,3}))+$");

    /** What a control is of: 'Cộng các xã', 'Tổng toàn huyện', 'Cộng trang'. */
    private static final Pattern SCOPE = Pattern.compile(
            "^(?:các|toàn|cả|khối|cấp|nhóm|mục|phần|chung|tổng|cộng|trên địa bàn|trang|mang sang|chuyển|phát sinh|phụ lục"
                    + "|tỉnh|thành phố|thị xã|thị trấn|huyện|quận|xã|phường|đặc khu)(?!\\p{L}).*");

    /** A sum that may go beyond the period: 'Cộng dồn', 'Cộng lũy kế'. */
    private static final Pattern RUNNING = Pattern.compile("^(?:dồn|lũy kế|luỹ kế)(?!\\p{L}).*");

    /** 'Tổng số đơn' counts something, but is never one row beside others. */
    private static final Pattern TOTAL_OF = Pattern.compile("^tổng (?:số|cộng)(?!\\p{L}).*");

    /** How labels begin of rows that may head a group, or be an office themselves. */
    private static final Pattern MAY_HEAD = Pattern.compile(
            "^(?:khối|tại cấp|tuyến|(?:ubnd |uỷ ban nhân dân |ủy ban nhân dân )?các|(?:ubnd |uỷ ban nhân dân |ủy ban nhân dân )?cấp)(?!\\p{L}).*");

    /** What may follow a word of comparison, so that 'Tăng Tiến' and 'Kế hoạch - Tài chính' are none. */
    private static final Pattern COMPARED_WITH = Pattern.compile(
            "^[^\\p{L}]*(?:$|(?:năm|kỳ|tháng|quý|với|so|giao|đầu|cuối|trước|này|báo cáo|thực hiện|cả|toàn|bình quân"
                    + "|hoàn thành|chuyển|kh|th|kế hoạch|cùng|từ|đến|các)(?!\\p{L}).*)");

    private static final Pattern YEAR = Pattern.compile("^năm (?:19|20)\\d\\d$");

    /** '6 tháng đầu năm 2022', 'Quý I/2022', 'Tháng 10 năm 2022'. */
    private static final Pattern STATED_PERIOD = Pattern.compile(
            "^(?:\\d{1,2} tháng(?!\\p{L}).*\\d{4}|(?:quý|tháng) [ivx\\d]+\\D*\\d{4}|quý (?:i{1,3}|iv|[1-4]))$");

    private static final Pattern BEHIND = Pattern.compile("^(.+?)\\s*[-–:(]\\s*(.+?)\\)?$");
    private static final Pattern YEAR_BEHIND = Pattern.compile("^(.+?)\\s+(năm (?:19|20)\\d\\d|cùng kỳ.*)$");

    private static final Pattern ALL_OF = Pattern.compile("^(?:toàn|cả) (.+)$");

    /** What stands before the kinds of units in 'UBND các xã, thị trấn'. */
    private static final Pattern ALL_THE = Pattern.compile("^.*?các ");

    private final UnitNames names;
    private final Form form;
    private final Unit sender;

    public RowLabels(UnitNames names, Form form, Unit sender) {
        this.names = names;
        this.form = form;
        this.sender = sender;
    }

    /** What the words of a label are a sign of. */
    enum Sign {
        /** No word that tells anything: a unit, an office, a category. */
        NONE,
        TOTAL,
        /** A control of some rows or of all: never added. */
        SUBTOTAL,
        /** A control that may go beyond the period. */
        RUNNING_TOTAL,
        /** The head of a group, if rows stand under it. */
        GROUP,
        /** Perhaps the head of a group: only the figures tell. */
        MAY_HEAD,
        PART,
        COMPARISON,
        /** An office, called after a unit that is not the sender's. */
        ELSEWHERE
    }

    /**
     * What a label means.
     *
     * @param kind absent if it should name a unit, and names none or several
     * @param unit the code of the unit; the sender's own for its offices and categories
     * @param candidates the units that bear the name, where they are several, or bear a similar one
     */
    record Meaning(@Nullable Kind kind, @Nullable String unit, List<Unit> candidates, boolean isSimilar, Sign sign) {

        Meaning(@Nullable Kind kind, @Nullable String unit, List<Unit> candidates) {
            this(kind, unit, candidates, false, Sign.NONE);
        }
    }

    Meaning of(String written) {
        RowLabel label = RowLabel.of(written);
        if (form.rows() == Form.Rows.UNITS && !label.text().isEmpty()) {
            for (String text : List.of(written, label.text())) {
                if (!names.namedWithin(text, sender.code()).isEmpty()) {
                    return unit(text);
                }
            }
        }
        Optional<Meaning> word = control(label).or(() -> remark(label));
        if (word.isPresent()) {
            return word.get();
        }
        if (form.rows() == Form.Rows.CATEGORIES) {
            return new Meaning(Kind.CATEGORY, sender.code(), List.of());
        }
        Meaning meaning = unit(label.text());
        if (meaning.kind() != Kind.OFFICE) {
            return meaning;
        }
        if (isCalledAfterAnother(label.text())) {
            return signed(Kind.OFFICE, Sign.ELSEWHERE);
        }
        return signed(Kind.OFFICE, MAY_HEAD.matcher(label.key()).matches() ? Sign.MAY_HEAD : Sign.NONE);
    }

    /** Whether a row without rows under it speaks for all units directly below the sender: 'UBND các xã, thị trấn'. */
    boolean speaksForChildren(String written) {
        String key = BRACKETS.matcher(RowLabel.of(written).key()).replaceFirst("");
        return form.rows() == Form.Rows.UNITS
                && names.words().children().contains(key)
                && names.areKindsBelow(sender, ALL_THE.matcher(key).replaceFirst(""));
    }

    private Meaning signed(Kind kind, Sign sign) {
        return new Meaning(kind, sender.code(), List.of(), false, sign);
    }

    private Optional<Meaning> control(RowLabel label) {
        RowWords words = names.words();
        String key = BRACKETS.matcher(label.key()).replaceFirst("");
        Matcher all = ALL_OF.matcher(key);
        Optional<Meaning> ofAll = all.matches() ? ofAll(all.group(1)) : Optional.empty();
        if (ofAll.isPresent()) {
            return ofAll;
        }
        if (SUM_OF_MEMBERS.matcher(key).matches()) {
            return Optional.of(signed(Kind.GROUP, Sign.SUBTOTAL));
        }
        if (isTotal(key)) {
            return Optional.of(signed(Kind.TOTAL, Sign.TOTAL));
        }
        return words.totals().stream()
                .filter(word -> label.key().startsWith(word))
                .sorted(Comparator.comparing(String::length).reversed())
                .flatMap(word -> subtotal(word, label.key().substring(word.length())).stream())
                .findFirst()
                .or(() ->
                        words.groups().contains(key) ? Optional.of(signed(Kind.GROUP, Sign.GROUP)) : Optional.empty());
    }

    /** 'Toàn huyện' is the total of a district's sheet, a subtotal in that of a province, and no row of a commune. */
    private Optional<Meaning> ofAll(String what) {
        List<Unit> named = names.namedWithin(what, sender.code());
        if (UnitNames.isKindOf(sender, what) || named.contains(sender)) {
            return Optional.of(signed(Kind.TOTAL, Sign.TOTAL));
        }
        if (names.isKindAbove(sender, what)) {
            return Optional.of(signed(Kind.COMPARISON, Sign.COMPARISON));
        }
        return UnitNames.isKind(what) || !named.isEmpty()
                ? Optional.of(signed(Kind.GROUP, Sign.GROUP))
                : Optional.empty();
    }

    /** 'Tổng cộng toàn huyện' in a district's sheet is its total, 'Cộng các phòng' a subtotal. */
    private Optional<Meaning> subtotal(String word, String rest) {
        String tail = rest.strip();
        boolean isWord = rest.isEmpty() || !Character.isLetter(rest.charAt(0));
        boolean isSum = word.startsWith("tổng") || word.startsWith("cộng");
        if (isWord && isSum && RUNNING.matcher(tail).matches()) {
            return Optional.of(signed(Kind.GROUP, Sign.RUNNING_TOTAL));
        }
        Matcher all = ALL_OF.matcher(tail);
        if (isWord && isSum && UnitNames.isKindOf(sender, all.matches() ? all.group(1) : tail)) {
            return Optional.of(signed(Kind.TOTAL, Sign.TOTAL));
        }
        boolean isControl = isWord
                && (tail.chars().noneMatch(Character::isLetterOrDigit)
                        || MEMBERS.matcher(tail).matches()
                        || (isSum && SCOPE.matcher(tail).matches())
                        || TOTAL_OF.matcher(word + rest).matches());
        return isControl ? Optional.of(signed(Kind.GROUP, Sign.SUBTOTAL)) : Optional.empty();
    }

    private boolean isTotal(String key) {
        Set<String> totals = names.words().totals();
        String skeleton = VietnameseText.skeleton(key);
        boolean mayBeMisspelt = key.contains(" ") || key.equals(skeleton);
        return SIGMA.matcher(key).matches()
                || totals.contains(key)
                || (mayBeMisspelt
                        && totals.stream()
                                .anyMatch(
                                        total -> VietnameseText.skeleton(total).equals(skeleton)));
    }

    /** A row that says again, or otherwise, what the rows say: a part, another period, a plan. */
    private Optional<Meaning> remark(RowLabel label) {
        RowWords words = names.words();
        if (beginsWith(label.key(), words.parts(), rest -> true)) {
            return Optional.of(signed(Kind.PART, Sign.PART));
        }
        Matcher year = YEAR_BEHIND.matcher(label.key());
        Matcher behind = BEHIND.matcher(label.key());
        boolean isCompared = isComparison(label.key())
                || (behind.matches() && isOfOtherPeriod(behind.group(2)))
                || (year.matches() && isNamed(year.group(1)));
        return isCompared ? Optional.of(signed(Kind.COMPARISON, Sign.COMPARISON)) : Optional.empty();
    }

    private boolean isComparison(String key) {
        return isOfOtherPeriod(key)
                || beginsWith(
                        key,
                        names.words().comparisons(),
                        rest -> COMPARED_WITH.matcher(rest).matches());
    }

    private boolean isOfOtherPeriod(String key) {
        return YEAR.matcher(key).matches()
                || STATED_PERIOD.matcher(key).matches()
                || beginsWith(
                        key,
                        names.words().periods(),
                        rest -> COMPARED_WITH.matcher(rest).matches());
    }

    private boolean isNamed(String name) {
        return UnitNames.isKindOf(sender, name)
                || !names.namedWithin(name, sender.code()).isEmpty();
    }

    private static boolean beginsWith(String key, Set<String> words, Predicate<String> tail) {
        return words.stream()
                .filter(key::startsWith)
                .map(word -> key.substring(word.length()))
                .anyMatch(rest -> (rest.isEmpty() || !Character.isLetter(rest.charAt(0))) && tail.test(rest.strip()));
    }

    /** 'UBND các xã huyện Đắk Mil' in the sheet of another district; a unit above the sender is none of these. */
    private boolean isCalledAfterAnother(String text) {
        List<Unit> named = names.namedAtTheEnd(text);
        return !named.isEmpty()
                && named.stream()
                        .noneMatch(unit -> names.isWithin(unit.code(), sender.code())
                                || names.isWithin(sender.code(), unit.code()));
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
                ? new Meaning(null, null, similar, !similar.isEmpty(), Sign.NONE)
                : new Meaning(Kind.OFFICE, sender.code(), List.of());
    }
}
