package tonghop.spreadsheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a number is shown: whether as a date or as per cent, and what a reader sees where that is another number. */
final class NumberFormat {

    static final NumberFormat PLAIN = of("General");
    static final NumberFormat PERCENT = of("0%");
    static final NumberFormat DATE = of("yyyy-mm-dd");

    private final Kind kind;
    private final List<NumberSection> sections;

    private enum Kind {
        PLAIN,
        PERCENT,
        DATE
    }

    private NumberFormat(Kind kind, List<NumberSection> sections) {
        this.kind = kind;
        this.sections = List.copyOf(sections);
    }

    /** A format by its number, where a workbook does not say what it looks like (ECMA-376 part 1, 18.8.30). */
    static NumberFormat builtIn(int id) {
        boolean isDate =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        return isDate ? DATE : id == 9 || id == 10 ? PERCENT : PLAIN;
    }

    /**
     * A format by its code. {@code "Ngày" dd "tháng" mm "năm" yyyy} is a date though not all of it is; {@code 0 "%"} is
     * no per cent, for it does not multiply.
     */
    static NumberFormat of(String written) {
        String code = written.isEmpty() ? "General" : written;
        List<NumberSection> sections = new ArrayList<>();
        int start = 0;
        while (start <= code.length()) {
            int end = NumberSection.end(code, start);
            sections.add(NumberSection.of(code.substring(start, end)));
            start = end + 1;
        }
        boolean isPercent = sections.stream().anyMatch(NumberSection::isPercent);
        boolean isDate = sections.get(0).isDate();
        return new NumberFormat(isPercent ? Kind.PERCENT : isDate ? Kind.DATE : Kind.PLAIN, sections);
    }

    boolean isPercent() {
        return kind == Kind.PERCENT;
    }

    boolean isDate() {
        return kind == Kind.DATE;
    }

    /**
     * What a reader sees of {@code number} where it is not just that, rounded: another number, words, or nothing. Null
     * where it is, and of a nought that is shown as a dash or not at all.
     */
    Grid.@Nullable Shown shown(BigDecimal number) {
        return kind == Kind.DATE ? null : section(number).shown(number, sections.size() == 1);
    }

    /**
     * ECMA-376 part 1, 18.8.31: one section is for all, of two the second for less than nought, the third for nought.
     */
    private NumberSection section(BigDecimal number) {
        boolean areConditional = sections.stream().anyMatch(NumberSection::isConditional);
        if (areConditional) {
            return sections.stream()
                    .filter(section -> section.isFor(number))
                    .findFirst()
                    .orElse(sections.get(sections.size() - 1));
        }
        int numbers = Math.min(sections.size(), 3);
        boolean isOfOwn = number.signum() < 0 ? numbers >= 2 : number.signum() == 0 && numbers == 3;
        return sections.get(isOfOwn ? number.signum() < 0 ? 1 : 2 : 0);
    }
}
