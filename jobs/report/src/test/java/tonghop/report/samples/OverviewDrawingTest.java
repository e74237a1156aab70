package tonghop.report.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.report.overview.OverviewLayout;

class OverviewDrawingTest {

    @Test
    void the_kept_layout_is_the_one_that_is_drawn(@TempDir Path made) throws IOException {
        OverviewDrawing.writeTo(made);
        Kept.assertSame(made, Repository.folder("templates/reports"));
    }

    @Test
    void the_kept_layout_can_be_used() throws IOException {
        assertThat(OverviewLayout.mistakesIn(Repository.folder("templates/reports/tong-hop.xlsx")))
                .isEmpty();
    }
}
