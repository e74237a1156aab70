package tonghop.ingest.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tonghop.domain.NearestWord;
import tonghop.domain.form.RowWords;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.spreadsheet.text.Syllable;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * Finds units by the names that people write: with or without 'UBND', with prefixes in full, shortened or left out.
 *
 * <p>In a period in which units changed, one name may be that of an old unit and of a new one. A mark behind it, '(cũ)'
 * or '(mới)', tells which, or the days that the sheet states, if only one of them existed then.
 */
public final class UnitNames {

    private static final Pattern COMMITTEE = Pattern.compile(
            "^(?:ubnd|hđnd và ubnd|[uủ]y ban nhân dân|uỷ ban nhân dân)\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Shortened prefixes, and what they stand for. */
    private static final Map<String, String> PREFIXES = Map.of(
            "h",
            "huyện",
            "tp",
            "thành phố",
            "t.p",
            "thành phố",
            "tx",
            "thị xã",
            "q",
            "quận",
            "tt",
            "thị trấn",
            "p",
            "phường",
            "x",
            "xã",
            "t",
            "tỉnh");

    private static final Pattern SHORTENED = Pattern.compile("^(h|tp|t\\.p|tx|q|tt|p|x|t)(?:\\.\\s*|\\s+)(?=\\S)");

    private static final String KINDS = "tỉnh|thành phố|thị xã|thị trấn|huyện|quận|xã|phường|đặc khu";

    private static final Pattern TERRITORIAL =
            Pattern.compile("^(?:" + KINDS + ")\\s+(?!và\\b|,)\\S.*", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern KIND_INSIDE =
            Pattern.compile("(?<=\\P{L})((?:" + KINDS + ")\\s|(?:h|tp|tx|q|tt|p|x)\\.)");

    private static final Pattern KIND_ALONE = Pattern.compile("^(?:" + KINDS + ")$");

    /** The Party, a union or an office of a territory: 'Huyện ủy', 'Huyện đoàn', 'P. Nội vụ'. */
    private static final Pattern INSIDE_TERRITORY = Pattern.compile(
            "^(?:(?:tỉnh|thành|thị|huyện|quận|xã|phường) (?:[uủ]y|uỷ|đoàn|đội|hội)(?!\\p{L}).*"
                    + "|tỉnh tra|(?:phường|thị trấn) (?:nội vụ|tư pháp|tài chính|kế hoạch|lao động|lđ|văn hóa|văn hoá|vh|y tế|giáo dục|gd"
                    + "|nông nghiệp|nn|tài nguyên|tn|kinh tế|quản lý|công thương|dân tộc|hạ tầng|khoa học).*)$",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** How offices begin, without marks: their names are no misspelt territories. */
    private static final Pattern OFFICE = Pattern.compile(
            "^(?:phong|ban|so|thanh tra|van phong|cong an|chi cuc|cuc|trung tam|hoi|doan|dang|toa|vien|bo phan|to |khoi"
                    + "|cac|lien|uy ban|mat tran|quan su|bo chi huy|kho bac|chi nhanh|bao hiem)(?![a-z])");

    private static final Pattern KIND_WITHOUT_MARKS =
            Pattern.compile("^(?:ubnd )?(?:tinh|thanh pho|thi xa|thi tran|huyen|quan|xa|phuong|dac khu)\\s+");

    private static final int SHORT_NAME = 5;
    private static final int LONG_NAME = 9;

    /** What tells a unit before a reorganisation from one after it: 'Phường Bách Quang (cũ)', '(đến 30/6/2025)'. */
    private static final Pattern MARK = Pattern.compile(
            "\\s*\\((?:(cũ|đến .*|trước .*)|mới|từ .*|sau .*)\\)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern KIND = Pattern.compile("^(" + KINDS + ")\\s+");

    private final Index index;
    private final UnitTree tree;
    private final Optional<Validity> days;

    private UnitNames(Index index, Optional<Validity> days) {
        this.index = index;
        this.tree = index.tree;
        this.days = days;
    }

    /** Every unit of a tree by its names. Making one goes over all units: {@link UnitIndexes} keeps them. */
    public static final class Index {

        private final RowWords words;
        private final UnitTree tree;
        private final Map<String, Set<Unit>> byFullName = new HashMap<>();
        private final Map<String, Set<Unit>> byBareName = new HashMap<>();
        private final Map<String, Set<Unit>> bySkeleton = new HashMap<>();

        public Index(UnitTree tree, RowWords words) {
            this.tree = tree;
            this.words = words;
            tree.all().forEach(unit -> add(unit.registeredName(), unit));
            words.aliases().forEach((alias, code) -> tree.registeredAs(code).forEach(unit -> add(alias, unit)));
        }

        private void add(String name, Unit unit) {
            String full = written(name);
            String bare = KIND.matcher(full).replaceFirst("");
            if (!bare.equals(full)) {
                put(byFullName, VietnameseText.key(full), unit);
            }
            put(byBareName, VietnameseText.key(bare), unit);
            put(bySkeleton, VietnameseText.skeleton(bare), unit);
        }

        private static void put(Map<String, Set<Unit>> names, String key, Unit unit) {
            names.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(unit);
        }

        public UnitTree tree() {
            return tree;
        }

        /**
         * As a sheet means them.
         *
         * @param days those that the sheet states; empty if it states none
         */
        public UnitNames on(Optional<Validity> days) {
            return new UnitNames(this, days);
        }
    }

    /** The units that {@code text} names in full, prefix included; none, one or several. */
    public List<Unit> named(String text) {
        return meant(text, index.byFullName.getOrDefault(VietnameseText.key(written(text)), Set.of()));
    }

    /** Whether {@code code} is {@code ancestor} or lies below it. */
    public boolean isWithin(String code, String ancestor) {
        return tree.isWithin(code, ancestor);
    }

    /** The units that the last words of {@code text} name, prefix included; none if the whole of it is a name. */
    public List<Unit> namedAtTheEnd(String text) {
        Matcher kind = KIND_INSIDE.matcher(VietnameseText.tidy(text).toLowerCase(Locale.ROOT));
        List<Unit> named = List.of();
        while (named.isEmpty() && kind.find()) {
            named = named(VietnameseText.tidy(text).substring(kind.start(1)));
        }
        return named;
    }

    /** Those of {@code units} that the mark behind the name leaves, and of several those of the sheet's days. */
    private List<Unit> meant(String text, Collection<Unit> units) {
        Matcher mark = MARK.matcher(VietnameseText.tidy(text));
        boolean isMarked = mark.find();
        boolean isOld = isMarked && mark.group(1) != null;
        List<Unit> left = units.stream()
                .filter(unit -> !isMarked || tree.hasEnded(unit) == isOld)
                .toList();
        List<Unit> ofDays = left.stream()
                .filter(unit -> days.isEmpty() || unit.validity().overlaps(days.get()))
                .toList();
        return left.size() > 1 && !ofDays.isEmpty() ? ofDays : left;
    }

    /** Of several units those that existed on the last day that the sheet states: no other can have sent it. */
    public List<Unit> existingAtTheEnd(List<Unit> units) {
        List<Unit> existing = units.stream()
                .filter(unit ->
                        days.map(Validity::to).filter(unit.validity()::holdsOn).isPresent())
                .toList();
        return existing.isEmpty() ? units : existing;
    }

    /** Whether some of {@code units} had ended before others began, so that the level of a name does not tell them. */
    public boolean areOfDifferentTimes(List<Unit> units) {
        return units.stream().map(tree::hasEnded).distinct().count() > 1;
    }

    /** The units within {@code scope} that {@code text} names, prefix or not. */
    public List<Unit> namedWithin(String text, String scope) {
        List<Unit> full = within(named(text), scope);
        return full.isEmpty()
                ? within(meant(text, index.byBareName.getOrDefault(VietnameseText.key(written(text)), Set.of())), scope)
                : full;
    }

    /**
     * The units within {@code scope} whose name is the same but for its marks, or nearly the same: a question, never an
     * answer.
     */
    public List<Unit> similarWithin(String text, String scope) {
        return within(similar(text), scope);
    }

    /** The same in the whole country. */
    public Collection<Unit> similar(String text) {
        String bare = KIND_WITHOUT_MARKS
                .matcher(VietnameseText.skeleton(written(text)))
                .replaceFirst("");
        Set<Unit> same = index.bySkeleton.getOrDefault(bare, Set.of());
        return same.isEmpty() && !OFFICE.matcher(bare).find() ? nearly(bare) : same;
    }

    /** One letter of a name may be wrong, two of a long one. */
    private Set<Unit> nearly(String bare) {
        int most = bare.length() < SHORT_NAME ? 0 : bare.length() < LONG_NAME ? 1 : 2;
        Set<Unit> units = new LinkedHashSet<>();
        if (most > 0) {
            index.bySkeleton.forEach((name, named) -> {
                if (Math.abs(name.length() - bare.length()) <= most && NearestWord.distance(name, bare) <= most) {
                    units.addAll(named);
                }
            });
        }
        return units;
    }

    private List<Unit> within(Collection<Unit> units, String scope) {
        return units.stream().filter(unit -> tree.isWithin(unit.code(), scope)).toList();
    }

    /**
     * Whether one of the kinds in {@code text}, such as 'xã, thị trấn', is that of a unit directly below, if there are
     * any.
     */
    public boolean areKindsBelow(Unit unit, String text) {
        List<Unit> children = tree.childrenOf(unit.code());
        return children.isEmpty()
                || Stream.of(text.split(",\\s*", -1))
                        .anyMatch(kind -> children.stream().anyMatch(child -> isKindOf(child, kind)));
    }

    /** Whether {@code text} is the kind of {@code unit} alone, as 'UBND huyện' in a district's own sheet. */
    public static boolean isKindOf(Unit unit, String text) {
        String written = written(text);
        return KIND_ALONE.matcher(written).matches() && written(unit.name()).startsWith(written + " ");
    }

    /** Whether {@code text} is a kind of unit and no more. */
    public static boolean isKind(String text) {
        return KIND_ALONE.matcher(written(text)).matches();
    }

    /** Whether {@code text} is the kind of a unit above {@code unit} alone, or means the whole country. */
    public boolean isKindAbove(Unit unit, String text) {
        Optional<Unit> above = parentOf(unit);
        boolean isCountry = above.isPresent() && (text.equals("quốc") || text.equals("nước"));
        while (above.isPresent() && !isKindOf(above.get(), text)) {
            above = parentOf(above.get());
        }
        return isCountry || above.isPresent();
    }

    private Optional<Unit> parentOf(Unit unit) {
        return Optional.ofNullable(unit.parent()).flatMap(tree::find);
    }

    /** Whether {@code text} begins as offices are called: 'Phòng', 'Ban', 'Sở', 'UBND'. */
    public static boolean isOffice(String text) {
        return isCommittee(text)
                || OFFICE.matcher(VietnameseText.skeleton(text)).find();
    }

    /** Whether {@code text} is written like the name of a territory rather than of an office. */
    public static boolean isTerritorial(String text) {
        String written = written(text);
        return TERRITORIAL.matcher(written).matches()
                && !INSIDE_TERRITORY.matcher(written).matches()
                && !isShortenedOffice(text);
    }

    /** 'P. TC-KH', 'TT PVHCC': initials behind a shortened kind are a 'phòng' or a 'trung tâm', no territory. */
    private static boolean isShortenedOffice(String text) {
        String name = VietnameseText.tidy(text);
        Matcher shortened = SHORTENED.matcher(name.toLowerCase(Locale.ROOT));
        return shortened.find()
                && Arrays.stream(name.substring(shortened.end()).split("\\P{L}+"))
                        .noneMatch(Syllable::isOne);
    }

    /** Whether {@code text} is the heading of some people's committee, known or not. */
    public static boolean isCommitteeOfTerritory(String text) {
        Matcher committee = COMMITTEE.matcher(VietnameseText.tidy(text));
        return committee.find()
                && (isTerritorial(text)
                        || KIND_WITHOUT_MARKS
                                .matcher(VietnameseText.skeleton(text))
                                .find());
    }

    public RowWords words() {
        return index.words;
    }

    /** Whether {@code text} begins as the name of a people's committee. */
    public static boolean isCommittee(String text) {
        return COMMITTEE.matcher(VietnameseText.tidy(text)).find();
    }

    /** In lower case, without 'UBND' and a mark such as '(cũ)', the prefix in full. */
    private static String written(String text) {
        String lower = MARK.matcher(VietnameseText.tidy(text)).replaceFirst("").toLowerCase(Locale.ROOT);
        String name = COMMITTEE.matcher(lower).replaceFirst("");
        Matcher shortened = SHORTENED.matcher(name);
        return shortened.find() ? PREFIXES.get(shortened.group(1)) + " " + name.substring(shortened.end()) : name;
    }
}
