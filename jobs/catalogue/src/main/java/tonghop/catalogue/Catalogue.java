package tonghop.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.catalogue.FormYaml.ValidYaml;
import tonghop.catalogue.OtherYaml.AliasYaml;
import tonghop.catalogue.OtherYaml.CalendarYaml;
import tonghop.catalogue.OtherYaml.IndicatorYaml;
import tonghop.catalogue.OtherYaml.IndicatorsYaml;
import tonghop.catalogue.OtherYaml.OverrideYaml;
import tonghop.catalogue.OtherYaml.TermYaml;
import tonghop.catalogue.OtherYaml.WordsYaml;
import tonghop.domain.Definitions;
import tonghop.domain.Form;
import tonghop.domain.Indicator;
import tonghop.domain.Measure;
import tonghop.domain.Period;
import tonghop.domain.PeriodType;
import tonghop.domain.ReportingCalendar;
import tonghop.domain.Unit;
import tonghop.domain.Validity;
import tonghop.domain.Words;

/** What a province keeps in {@code templates/}, read and checked. */
public final class Catalogue {

    private final Path folder;
    private final Definitions definitions;
    private final String digest;

    private Catalogue(Path folder, Definitions definitions, String digest) {
        this.folder = folder;
        this.definitions = definitions;
        this.digest = digest;
    }

    /**
     * Reads the catalogue in {@code folder}.
     *
     * @throws CatalogueException if it has mistakes; all are named
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Catalogue read(Path folder) {
        try {
            return new Reader(folder).read();
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue in " + folder, e);
        }
    }

    public Definitions definitions() {
        return definitions;
    }

    /** SHA-256 over all files of the catalogue: it changes when anything in it does. */
    public String digest() {
        return digest;
    }

    /** The blank workbook of {@code form}. */
    public Path blank(Form form) {
        return folder.resolve("forms").resolve(form.blank());
    }

    private static final class Reader {

        private final Path folder;
        private final Problems problems;

        Reader(Path folder) {
            this.folder = folder;
            this.problems = new Problems(folder);
        }

        Catalogue read() throws IOException {
            if (!Files.isDirectory(folder.resolve("forms"))) {
                problems.add(folder.resolve("forms"), 0, "không có thư mục này", "there is no such folder");
                problems.throwIfAny();
            }
            Map<Form, YamlFile> forms = forms();
            List<Indicator> indicators = indicators(forms);
            Path registry = folder.resolve("units/units.csv");
            List<Unit> units = UnitRegistry.read(registry, problems);
            Definitions definitions =
                    new Definitions(List.copyOf(forms.keySet()), indicators, units, words(units), calendar());
            problems.throwIfAny();
            return new Catalogue(folder, definitions, digest());
        }

        private Map<Form, YamlFile> forms() throws IOException {
            Map<Form, YamlFile> forms = new TreeMap<>(Comparator.comparing(
                            (Form form) -> !form.standsFor().isEmpty())
                    .thenComparing(Form::id)
                    .thenComparing(form -> String.valueOf(form.validity().from())));
            for (Path path : yamlFiles("forms")) {
                YamlFile file = YamlFile.read(path);
                FormReader.read(file, problems).ifPresent(form -> forms.put(form, file));
            }
            Map<String, Measure> known = new HashMap<>();
            forms.forEach((form, file) -> {
                form.measures().values().forEach(measure -> checkSame(known, measure, file));
                List<String> ids = forms.keySet().stream().map(Form::id).toList();
                form.standsFor().stream()
                        .filter(id -> !ids.contains(id))
                        .forEach(id -> problems.addUnknown(file, "biểu", "form", id, ids));
            });
            return forms;
        }

        private void checkSame(Map<String, Measure> known, Measure measure, YamlFile file) {
            Measure first = known.putIfAbsent(measure.id(), measure);
            if (first != null
                    && !(first.unitOfCount().equals(measure.unitOfCount()) && first.nature() == measure.nature())) {
                String id = measure.id();
                problems.add(
                        file.path(),
                        file.lineOf(id),
                        "'%s' ở biểu khác là %s, %s"
                                .formatted(
                                        id, first.unitOfCount(), first.nature().code()),
                        "'%s' has another unit of count or nature in another form: %s, %s"
                                .formatted(
                                        id, first.unitOfCount(), first.nature().code()));
            }
        }

        private List<Indicator> indicators(Map<Form, YamlFile> forms) throws IOException {
            Map<String, Measure> measures = forms.keySet().stream()
                    .flatMap(form -> form.measures().values().stream())
                    .collect(Collectors.toMap(Measure::id, measure -> measure, (first, second) -> first));
            List<Indicator> indicators = new ArrayList<>();
            for (Path path : yamlFiles("indicators")) {
                YamlFile file = YamlFile.read(path);
                List<IndicatorYaml> written = file.as(IndicatorsYaml.class, problems)
                        .map(yaml -> FormYaml.orEmpty(yaml.indicators()))
                        .orElse(List.of());
                for (IndicatorYaml yaml : written) {
                    indicator(yaml, file, measures).ifPresent(indicators::add);
                }
            }
            return indicators;
        }

        private Optional<Indicator> indicator(IndicatorYaml yaml, YamlFile file, Map<String, Measure> measures) {
            if (yaml.id() == null || yaml.label() == null) {
                String word = String.valueOf(yaml.id());
                problems.add(
                        file.path(),
                        file.lineOf(word),
                        "chỉ số cần 'id' và 'label'",
                        "an indicator needs id and label");
                return Optional.empty();
            }
            List<String> numerator = FormYaml.orEmpty(yaml.numerator());
            List<String> denominator = FormYaml.orEmpty(yaml.denominator());
            List<String> unknown = Stream.concat(numerator.stream(), denominator.stream())
                    .filter(id -> !measures.containsKey(id))
                    .toList();
            unknown.forEach(id -> problems.addUnknown(file, "chỉ tiêu", "measure", id, measures.keySet()));
            if (numerator.isEmpty() != denominator.isEmpty()) {
                problems.add(
                        file.path(),
                        file.lineOf(yaml.id()),
                        "cần cả 'numerator' và 'denominator', hoặc không có cả hai",
                        "needs numerator and denominator, or neither");
                return Optional.empty();
            }
            int decimals = yaml.decimals() == null ? 2 : yaml.decimals();
            boolean higherIsBetter = !"lower".equals(yaml.better());
            return Optional.of(
                    new Indicator(yaml.id(), yaml.label(), numerator, denominator, decimals, higherIsBetter));
        }

        private Words words(List<Unit> units) throws IOException {
            YamlFile file = YamlFile.read(folder.resolve("units/words.yaml"));
            Optional<WordsYaml> yaml = file.as(WordsYaml.class, problems);
            List<String> codes = units.stream().map(Unit::code).distinct().toList();
            Map<String, String> aliases = new TreeMap<>();
            for (AliasYaml alias :
                    yaml.map(words -> FormYaml.orEmpty(words.aliases())).orElse(List.of())) {
                String unit = String.valueOf(alias.unit());
                if (!codes.contains(unit)) {
                    problems.addUnknown(file, "đơn vị", "unit", unit, codes);
                }
                aliases.put(String.valueOf(alias.name()), unit);
            }
            return new Words(
                    lowerCase(
                            yaml.map(words -> FormYaml.orEmpty(words.totals())).orElse(List.of())),
                    lowerCase(
                            yaml.map(words -> FormYaml.orEmpty(words.groups())).orElse(List.of())),
                    aliases);
        }

        private static Set<String> lowerCase(List<String> words) {
            return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        }

        private ReportingCalendar calendar() throws IOException {
            YamlFile file = YamlFile.read(folder.resolve("calendar.yaml"));
            Optional<CalendarYaml> yaml = file.as(CalendarYaml.class, problems);
            List<Period> terms = new ArrayList<>();
            for (TermYaml term :
                    yaml.map(calendar -> FormYaml.orEmpty(calendar.terms())).orElse(List.of())) {
                if (term.code() == null
                        || term.from() == null
                        || term.to() == null
                        || term.label() == null
                        || term.to().isBefore(term.from())) {
                    problems.add(
                            file.path(),
                            file.lineOf(String.valueOf(term.code())),
                            "giai đoạn cần 'code', 'label', 'from', 'to', theo thứ tự thời gian",
                            "a term needs code, label, from and a later to");
                } else {
                    terms.add(new Period(term.code(), PeriodType.TERM, term.from(), term.to(), term.label()));
                }
            }
            Map<String, Validity> overrides = new HashMap<>();
            for (OverrideYaml other :
                    yaml.map(calendar -> FormYaml.orEmpty(calendar.overrides())).orElse(List.of())) {
                overrides.put(
                        String.valueOf(other.period()), ValidYaml.orAlways(new ValidYaml(other.from(), other.to())));
            }
            int closingDay = yaml.map(CalendarYaml::closingDay).orElse(14);
            return new ReportingCalendar(closingDay, terms, overrides);
        }

        private List<Path> yamlFiles(String name) throws IOException {
            try (Stream<Path> files = Files.list(folder.resolve(name))) {
                return files.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .toList();
            }
        }

        private String digest() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                List<Path> inOrder = files.filter(Files::isRegularFile)
                        .sorted(Comparator.comparing(this::nameOf))
                        .toList();
                for (Path file : inOrder) {
                    sha.update(nameOf(file).getBytes(StandardCharsets.UTF_8));
                    sha.update((byte) 0);
                    sha.update(Files.readAllBytes(file));
                }
                return HexFormat.of().formatHex(sha.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java runtime has SHA-256", e);
            }
        }

        private String nameOf(Path file) {
            return folder.relativize(file).toString().replace('\\', '/');
        }
    }
}
