package tonghop.launch.command;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tonghop.catalogue.Catalogue;

/** The option of every command that needs the catalogue. */
final class CatalogueOption {

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Thư mục biểu mẫu, chỉ số, đơn vị / the catalogue (default: templates)")
    private @Nullable Path templates;

    /** Where the catalogue lies. */
    Path folder(Map<String, String> environment) {
        return templates == null ? Options.root(environment).resolve("templates") : templates;
    }

    Catalogue read(Map<String, String> environment) {
        return Catalogue.read(folder(environment));
    }
}
