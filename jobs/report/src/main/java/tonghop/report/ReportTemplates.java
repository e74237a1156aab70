package tonghop.report;

import java.nio.file.Path;
import java.util.function.Function;
import tonghop.domain.Form;

/**
 * What decides how the files of a report look; all of it belongs to the province.
 *
 * @param blanks the blank workbook of a form
 * @param layouts the folder of the layouts, {@code templates/reports}
 */
public record ReportTemplates(Function<Form, Path> blanks, Path layouts) {

    /** The layout of {@code tong-hop.xlsx}. */
    public Path overview() {
        return layouts.resolve(ReportFolder.OVERVIEW);
    }
}
