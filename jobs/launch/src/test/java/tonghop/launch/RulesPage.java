package tonghop.launch;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import tonghop.catalogue.Catalogue;
import tonghop.catalogue.FindingTexts;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.finding.Severity;
import tonghop.validate.Rules;

/**
 * {@code docs/rules.md}: everything that can be found wrong, in both languages, from the lists of rules, the wording of
 * findings and what {@code rules_vi.properties} and {@code rules_en.properties} say about them.
 */
final class RulesPage {

    private static final String HEAD = """
            # Quy tắc kiểm tra · The rules

            Mọi điều chương trình có thể phát hiện, theo thứ tự báo ra: kiểm tra điều gì, vì sao, và một ví dụ bằng chính lời của
            phát hiện, câu cuối nói phải làm gì. Biểu và danh mục của tỉnh có thể đổi mức của một quy tắc.

            Everything that can be found, in the order in which it is told: what is checked, why, and an example in the finding's own
            words, whose end says what to do. A form or the province's catalogue may give a rule another severity.

            This page is generated, and `RulesPageTest` holds it to the program. To write it anew:
            `mvn -pl jobs/launch -am test -Dtest=RulesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dtonghop.write=true`
            """;

    private static final Set<FindingCode> OF_BLANKS =
            EnumSet.range(FindingCode.BLANK_NUMBER_TWICE, FindingCode.BLANK_FORMULA_PARTS);
    private static final Set<FindingCode> OF_UNIT_LISTS =
            EnumSet.range(FindingCode.UNITS_LINE_UNREADABLE, FindingCode.UNITS_CODE_REUSED);

    private final Rules rules =
            new Rules(Catalogue.read(Tonghop.ROOT.resolve("templates")).definitions());
    private final Properties vietnamese = read(FindingTexts.class, "rules_vi.properties");
    private final Properties english = read(FindingTexts.class, "rules_en.properties");
    private final Properties examples = read(RulesPage.class, "rule_examples.properties");

    private static Properties read(Class<?> beside, String name) {
        Properties texts = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(beside.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return texts;
    }

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        Set<FindingCode> whileReading = EnumSet.allOf(FindingCode.class);
        List.of(OF_BLANKS, OF_UNIT_LISTS, rules.codesOverSheet(), rules.codesOverPeriod())
                .forEach(whileReading::removeAll);
        add("Khi đọc tệp · While files are read", List.copyOf(whileReading), page);
        add("Trên một trang · Over a sheet", rules.codesOverSheet(), page);
        add("Trên cả kỳ · Over a period", rules.codesOverPeriod(), page);
        add("Khi nhập biểu mẫu · While a blank form is imported", List.copyOf(OF_BLANKS), page);
        add("Khi nhập danh sách đơn vị · While a list of units is imported", List.copyOf(OF_UNIT_LISTS), page);
        return page.toString();
    }

    private void add(String heading, List<FindingCode> codes, StringBuilder page) {
        page.append("\n## ").append(heading).append('\n');
        codes.forEach(code -> add(code, page));
    }

    private void add(FindingCode code, StringBuilder page) {
        page.append("\n### `%s` · %s\n\n".formatted(code.code(), words(code.severity())));
        page.append("| | Tiếng Việt | English |\n|---|---|---|\n");
        addRow("kiểm tra · checked", about(code.code(), vietnamese), about(code.code(), english), page);
        addRow("vì sao · why", about(code.code() + ".why", vietnamese), about(code.code() + ".why", english), page);
        Finding example = example(code);
        addRow(
                "ví dụ · example",
                FindingTexts.vietnamese().of(example),
                FindingTexts.english().of(example),
                page);
    }

    private static void addRow(String name, String inVietnamese, String inEnglish, StringBuilder page) {
        page.append("| %s | %s | %s |\n".formatted(name, inVietnamese, inEnglish));
    }

    private static String words(Severity severity) {
        return switch (severity) {
            case ERROR -> "lỗi · error";
            case WARNING -> "cảnh báo · warning";
            case INFO -> "thông tin · info";
        };
    }

    private static String about(String key, Properties texts) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    private Finding example(FindingCode code) {
        List<String> said = Arrays.asList(about(code.code(), examples).split(" ?; ", -1));
        List<Fact.Said> facts = new ArrayList<>();
        code.value().ifPresent(fact -> facts.add(fact.is(said.get(0))));
        code.expected().ifPresent(fact -> facts.add(fact.is(said.get(1))));
        for (int index = 0; index < code.details().size(); index++) {
            facts.add(code.details().get(index).is(said.get(index + 2)));
        }
        return Finding.of(code, Place.inFile("660.xlsx"), facts.toArray(Fact.Said[]::new));
    }

    /** What the bundles and the examples speak of. */
    List<Set<String>> keys() {
        return List.of(vietnamese.stringPropertyNames(), english.stringPropertyNames(), examples.stringPropertyNames());
    }
}
