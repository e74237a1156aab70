package tonghop.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.catalogue.OtherYaml.AliasYaml;
import tonghop.catalogue.OtherYaml.AnswersYaml;
import tonghop.catalogue.OtherYaml.IndicatorYaml;
import tonghop.catalogue.OtherYaml.IndicatorsYaml;
import tonghop.catalogue.OtherYaml.WordsYaml;
import tonghop.domain.form.CrossFormRule;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.form.RowWords;
import tonghop.domain.unit.Unit;

/** Reads every file of a catalogue, and collects what is wrong with all of them before it gives up. */
final class CatalogueReader {

    private static final Set<String> DIRECTIONS = Set.of("higher", "lower");

    private final Path folder;
    private final CatalogueFiles files;
    private final Problems problems;

    CatalogueReader(Path folder) {
        this.folder = folder;
        this.files = new CatalogueFiles(folder);
        this.problems = new Problems(folder);
    }

    Catalogue read() throws IOException {
        if (!Files.isDirectory(folder.resolve("forms"))) {
            problems.add(folder.resolve("forms"), 0, "không có thư mục này", "there is no such folder");
            problems.throwIfAny();
        }
        List<Form> forms = new ArrayList<>();
        boolean areFormsWhole = readForms(forms);
        List<Indicator> indicators = indicators(forms, areFormsWhole);
        List<Unit> units = UnitRegistry.read(folder.resolve("units/units.csv"), problems);
        RowWords words = words(units);
        YamlFile calendar = YamlFile.read(folder.resolve("calendar.yaml"), problems);
        List<CrossFormRule> rules =
                RulesReader.read(folder.resolve("rules.yaml"), areFormsWhole ? measuresOf(forms) : Set.of(), problems);
        Definitions definitions =
                new Definitions(forms, indicators, units, words, CalendarReader.read(calendar), rules);
        problems.throwIfAny();
        return new Catalogue(folder, definitions, files.digest(), files.digestsOfParts());
    }

    /** A form with the file that defines it. */
    private record Defined(Form form, YamlFile file) {}

    /** Adds the forms in the order in which they count; says whether there was nothing wrong with any. */
    private boolean readForms(List<Form> forms) throws IOException {
        int before = problems.count();
        List<Defined> defined = new ArrayList<>();
        for (Path path : files.yaml("forms")) {
            YamlFile file = YamlFile.read(path, problems);
            FormReader.read(file).ifPresent(form -> defined.add(new Defined(form, file)));
        }
        boolean areWhole = problems.count() == before;
        checkVersions(defined);
        defined.sort(Comparator.comparing(
                        (Defined one) -> !one.form().standsFor().isEmpty())
                .thenComparing(one -> one.form().id())
                .thenComparing(one -> String.valueOf(one.form().validity().from())));
        defined.forEach(one -> forms.add(one.form()));
        Map<String, Measure> known = new TreeMap<>();
        List<String> ids = forms.stream().map(Form::id).toList();
        for (Defined one : defined) {
            one.form().statedMeasures().forEach(measure -> checkSame(known, measure, one.file()));
            if (areWhole) {
                one.form().standsFor().stream()
                        .filter(id -> !ids.contains(id))
                        .forEach(id -> one.file().sayUnknown("biểu", "form", id, ids));
            }
        }
        if (areWhole) {
            defined.forEach(one -> one.form()
                    .statedMeasures()
                    .flatMap(measure -> Stream.ofNullable(measure.carries()))
                    .filter(carried -> !known.containsKey(carried))
                    .forEach(carried -> one.file().sayUnknown("chỉ tiêu", "measure", carried, known.keySet())));
        }
        return areWhole;
    }

    private static void checkSame(Map<String, Measure> known, Measure measure, YamlFile file) {
        Measure first = known.putIfAbsent(measure.id(), measure);
        if (first != null
                && !(first.unitOfCount().equals(measure.unitOfCount()) && first.nature() == measure.nature())) {
            String id = measure.id();
            file.say(
                    id,
                    "'%s' ở chỗ khác là %s, %s"
                            .formatted(id, first.unitOfCount(), first.nature().code()),
                    "'%s' has another unit of count or nature elsewhere: %s, %s"
                            .formatted(id, first.unitOfCount(), first.nature().code()));
        }
    }

    private static void checkVersions(List<Defined> defined) {
        for (int later = 1; later < defined.size(); later++) {
            Form form = defined.get(later).form();
            YamlFile file = defined.get(later).file();
            boolean overlaps = defined.subList(0, later).stream()
                    .map(Defined::form)
                    .anyMatch(other ->
                            other.id().equals(form.id()) && other.validity().overlaps(form.validity()));
            if (overlaps) {
                file.say(
                        "valid",
                        "hai bản của biểu %s có hiệu lực cùng lúc".formatted(form.id()),
                        "two versions of form %s are in force at one time".formatted(form.id()));
            }
        }
    }

    private static Set<String> measuresOf(List<Form> forms) {
        return forms.stream().flatMap(form -> form.measures().keySet().stream()).collect(Collectors.toSet());
    }

    private List<Indicator> indicators(List<Form> forms, boolean areFormsWhole) throws IOException {
        Set<String> measures = measuresOf(forms);
        List<Indicator> indicators = new ArrayList<>();
        for (Path path : files.yaml("indicators")) {
            YamlFile file = YamlFile.read(path, problems);
            file.as(IndicatorsYaml.class)
                    .ifPresent(written -> written.indicators()
                            .forEach(yaml -> indicator(yaml, file, measures, areFormsWhole)
                                    .ifPresent(indicators::add)));
        }
        return indicators;
    }

    private static Optional<Indicator> indicator(
            IndicatorYaml yaml, YamlFile file, Set<String> measures, boolean areFormsWhole) {
        if (yaml.id() == null || yaml.label() == null) {
            file.say(String.valueOf(yaml.id()), "chỉ số cần 'id' và 'label'", "an indicator needs id and label");
            return Optional.empty();
        }
        List<String> numerator = yaml.numerator();
        List<String> denominator = yaml.denominator();
        if (areFormsWhole) {
            Stream.concat(numerator.stream(), denominator.stream())
                    .filter(id -> !measures.contains(id))
                    .forEach(id -> file.sayUnknown("chỉ tiêu", "measure", id, measures));
        }
        if (yaml.better() != null && !DIRECTIONS.contains(yaml.better())) {
            file.sayUnknown("chiều", "direction", yaml.better(), DIRECTIONS);
        }
        if (numerator.isEmpty() != denominator.isEmpty()) {
            file.say(
                    yaml.id(),
                    "cần cả 'numerator' và 'denominator', hoặc không có cả hai",
                    "needs numerator and denominator, or neither");
            return Optional.empty();
        }
        int decimals = yaml.decimals() == null ? 2 : yaml.decimals();
        boolean higherIsBetter = !"lower".equals(yaml.better());
        return Optional.of(new Indicator(
                yaml.id(), yaml.label(), numerator, denominator, decimals, higherIsBetter, yaml.target()));
    }

    private RowWords words(List<Unit> units) throws IOException {
        YamlFile file = YamlFile.read(folder.resolve("units/words.yaml"), problems);
        WordsYaml yaml = file.as(WordsYaml.class)
                .orElse(new WordsYaml(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
        List<String> codes = units.stream().map(Unit::code).distinct().toList();
        Map<String, String> aliases = new TreeMap<>();
        addAliases(file, yaml.aliases(), codes, aliases);
        Path answers = folder.resolve(UnitAnswers.FILE);
        if (Files.exists(answers)) {
            YamlFile answered = YamlFile.read(answers, problems);
            answered.as(AnswersYaml.class).ifPresent(words -> addAliases(answered, words.aliases(), codes, aliases));
        }
        return new RowWords(
                lowerCase(yaml.totals()),
                lowerCase(yaml.groups()),
                lowerCase(yaml.children()),
                lowerCase(yaml.parts()),
                lowerCase(yaml.periods()),
                lowerCase(yaml.comparisons()),
                aliases);
    }

    private static void addAliases(
            YamlFile file, List<AliasYaml> added, List<String> codes, Map<String, String> aliases) {
        for (AliasYaml alias : added) {
            String unit = String.valueOf(alias.unit());
            if (!codes.contains(unit)) {
                file.sayUnknown("đơn vị", "unit", unit, codes);
            }
            aliases.put(String.valueOf(alias.name()), unit);
        }
    }

    private static Set<String> lowerCase(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
