package tonghop.launch.command;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tonghop.catalogue.Catalogue;

/** The option of every command that needs the catalogue. */
public final class CatalogueOption {

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Thư mục biểu mẫu, chỉ số, đơn vị / the catalogue (default: templates)")
    private @Nullable Path templates;

    /** Where the catalogue lies. */
    Path folder(Map<String, String> environment) {
        return templates == null ? root(environment).resolve("templates") : templates;
    }

    Catalogue read(Map<String, String> environment) {
        return Catalogue.read(folder(environment));
    }

    /** Where Tonghop lies: what the launcher says, else the working directory. */
    public static Path root(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("TONGHOP_ROOT", ""));
    }

    /** Where the database and the copies of files are kept, if nothing else was said. */
    public static Path home(Map<String, String> environment) {
        return root(environment).resolve(".tonghop");
    }
}
