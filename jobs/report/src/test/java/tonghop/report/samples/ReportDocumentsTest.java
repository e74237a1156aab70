package tonghop.report.samples;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDocumentsTest {

    @Test
    void the_kept_documents_are_those_that_are_drawn(@TempDir Path made) throws IOException {
        ReportDocuments.writeTo(made);
        Kept.assertSame(made, Repository.folder("templates/reports"));
    }
}
