package tonghop.report.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.report.overview.OverviewLayout;
import tonghop.report.sheet.BrokenTemplateException.Problem;

class ReportLayoutsTest {

    @Test
    void the_kept_layouts_are_those_that_are_drawn(@TempDir Path made) throws IOException {
        OverviewDrawing.writeTo(made);
        ReportDocuments.writeTo(made);
        Kept.assertSame(made, Repository.folder("templates/reports"));
    }

    @Test
    void the_kept_layout_can_be_used() throws IOException {
        List<Problem> problems = new ArrayList<>();
        OverviewLayout.read(Repository.folder("templates/reports"), problems);
        assertThat(problems).isEmpty();
    }
}
