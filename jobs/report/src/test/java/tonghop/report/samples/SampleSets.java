package tonghop.report.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tonghop.catalogue.Catalogue;
import tonghop.domain.time.Period;

/** Makes the workbooks in {@code input-samples/} from the tables in {@code samples/sets/*.txt}. */
public final class SampleSets {

    private SampleSets() {}

    /**
     * Writes every sample workbook.
     *
     * @param args the folder to write to; without it {@code input-samples}
     */
    public static void main(String[] args) throws IOException {
        writeTo(args.length == 0 ? Repository.folder("input-samples") : Path.of(args[0]));
    }

    static void writeTo(Path folder) throws IOException {
        Catalogue catalogue = Catalogue.read(Repository.folder("templates"));
        for (Map.Entry<String, SampleSet> named : sets().entrySet()) {
            SampleSet set = named.getValue();
            Period period =
                    catalogue.definitions().calendar().find(set.period()).orElseThrow();
            Path target = Files.createDirectories(folder.resolve(named.getKey()).resolve(period.code()));
            for (Map.Entry<String, SampleSet.File> file : set.files().entrySet()) {
                byte[] workbook = SampleWorkbook.of(catalogue, period, file.getValue());
                Files.write(target.resolve(file.getKey() + ".xlsx"), workbook);
            }
        }
    }

    /** The sets, by name. */
    static Map<String, SampleSet> sets() throws IOException {
        Map<String, SampleSet> sets = new TreeMap<>();
        for (Path file : Repository.resources("sets")) {
            String name = file.getFileName().toString().replace(".txt", "");
            sets.put(name, SampleSet.parse(Files.readString(file, StandardCharsets.UTF_8)));
        }
        return sets;
    }
}
