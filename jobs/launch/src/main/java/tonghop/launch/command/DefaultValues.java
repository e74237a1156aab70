package tonghop.launch.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import tonghop.domain.NearestWord;
import tonghop.launch.console.UsageException;

/**
 * What an option is when it is not on the command line: the environment ({@code TONGHOP_OUT} for {@code --out}), then
 * the configuration file {@code tonghop.properties} beside the launcher ({@code out = …}).
 */
public final class DefaultValues implements IDefaultValueProvider {

    private static final List<String> KEYS =
            List.of("inbox", "out", "period", "unit", "db", "home", "templates", "wait", "now");

    /** Commands whose {@code --out} is not where reports go, so that no setting for reports may decide it. */
    private static final List<String> WRITE_NO_REPORTS = List.of("forms", "import");

    private final Map<String, String> environment;
    private final Properties file;

    private DefaultValues(Map<String, String> environment, Properties file) {
        this.environment = environment;
        this.file = file;
    }

    /**
     * Reads the configuration file, if there is one.
     *
     * @throws UsageException if it has a key that is no option
     */
    public static DefaultValues read(Map<String, String> environment, Path file) throws IOException {
        Properties settings = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                settings.load(text);
            }
        }
        for (String key : settings.stringPropertyNames()) {
            if (!KEYS.contains(key)) {
                String nearest = NearestWord.to(key, KEYS).orElse(String.join(", ", KEYS));
                throw new UsageException(
                        "%s: không có khóa '%s'; có phải '%s'?".formatted(file, key, nearest),
                        "%s: there is no key '%s'; did you mean '%s'?".formatted(file, key, nearest));
            }
        }
        return new DefaultValues(environment, settings);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !option.longestName().startsWith("--")) {
            return null;
        }
        String key = option.longestName().substring(2);
        if (!KEYS.contains(key)
                || (key.equals("out")
                        && WRITE_NO_REPORTS.contains(option.command().name()))) {
            return null;
        }
        return of(key);
    }

    /** Where a command keeps its data, also one that has no option for that. */
    public Path home(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        Path given = last.matchedOptionValue("--home", (Path) null);
        String preset = of("home");
        return given != null ? given : preset != null ? Path.of(preset) : Options.home(environment);
    }

    private @Nullable String of(String key) {
        String variable = "TONGHOP_" + (key.equals("db") ? "DB_URL" : key.toUpperCase(Locale.ROOT));
        return environment.getOrDefault(variable, file.getProperty(key));
    }
}
