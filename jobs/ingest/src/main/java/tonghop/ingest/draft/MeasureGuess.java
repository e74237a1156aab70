package tonghop.ingest.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.domain.form.Nature;

/** What the headings over a column say of the thing that is counted: its unit of count and its nature. */
final class MeasureGuess {

    /** Units in brackets come first: 'Đất (m2)' of a person is no person. */
    private static final Map<Pattern, String> MARKED = patterns(Map.of(
            "\\(\\s*(?:trđ|triệu đồng|tr\\.đ)\\s*\\)", "triệu đồng",
            "\\(\\s*(?:tỷ đồng|tỷ)\\s*\\)", "tỷ đồng",
            "\\(\\s*m2\\s*\\)", "m2",
            "(?<!\\p{L})tỷ lệ(?!\\p{L})|%", "%"));

    /** Words that name what is counted; in a heading the first one does. */
    private static final Pattern WORD = Pattern.compile(
            "(?<!\\p{L})(đơn(?! vị)|(?<!dịch |nhiệm )vụ|lượt|người|hồ sơ|đoàn|kỳ tiếp|quyết định|kết luận|văn bản|tổ chức|cá nhân|cán bộ"
                    + "|đối tượng|mô hình|kiến nghị(?= cử tri)|xã|thủ tục|dự án)(?!\\p{L})");

    private static final Map<String, String> UNITS = Map.of("cán bộ", "người", "đối tượng", "người", "kỳ tiếp", "kỳ");

    private static final String OF_WHICH = "trong đó";
    private static final Pattern OPENING = Pattern.compile("kỳ trước chuyển sang|từ kỳ trước");
    private static final Pattern CLOSING =
            Pattern.compile("(?:chưa|đang)(?: được)? (?:xử lý|giải quyết)|còn lại|cuối kỳ|chuyển kỳ sau");
    private static final int DECIMALS_OF_LAND = 2;

    private MeasureGuess() {}

    private static Map<Pattern, String> patterns(Map<String, String> units) {
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        units.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(unit -> patterns.put(Pattern.compile(unit.getKey()), unit.getValue()));
        return patterns;
    }

    /** The unit of count that the lowest heading names; empty if none does. */
    static String unitOfCount(List<String> path) {
        for (int level = path.size() - 1; level >= 0; level--) {
            String heading = path.get(level).toLowerCase(Locale.ROOT);
            for (Map.Entry<Pattern, String> marked : MARKED.entrySet()) {
                if (marked.getKey().matcher(heading).find()) {
                    return marked.getValue();
                }
            }
            boolean isOnlyOfWhich = level < path.size() - 1 && heading.startsWith(OF_WHICH);
            Matcher word = WORD.matcher(heading);
            if (!isOnlyOfWhich && word.find()) {
                return UNITS.getOrDefault(word.group(1), word.group(1));
            }
        }
        return "";
    }

    static Nature nature(List<String> path, String unitOfCount) {
        if (unitOfCount.endsWith("đồng")) {
            return Nature.MONEY;
        }
        if (unitOfCount.equals("%")) {
            return Nature.DECLARED;
        }
        String own = path.isEmpty() ? "" : path.get(path.size() - 1).toLowerCase(Locale.ROOT);
        String all = String.join(" ", path).toLowerCase(Locale.ROOT);
        if (OPENING.matcher(all).find() && !own.contains("tổng") && !own.contains("trong kỳ")) {
            return Nature.OPENING_STOCK;
        }
        return CLOSING.matcher(all).find() ? Nature.CLOSING_STOCK : Nature.FLOW;
    }

    static int decimals(String unitOfCount) {
        return unitOfCount.equals("m2") ? DECIMALS_OF_LAND : 0;
    }
}
