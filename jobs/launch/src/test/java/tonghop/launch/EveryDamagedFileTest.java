package tonghop.launch;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The same for every sample, not only one of each layout. */
@Tag("thorough")
class EveryDamagedFileTest extends DamagedFilesTest {

    @Override
    Map<Path, JudgedFile> chosen(Map<Path, JudgedFile> all) {
        return all;
    }
}
