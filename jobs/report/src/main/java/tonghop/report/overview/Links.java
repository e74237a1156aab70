package tonghop.report.overview;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tonghop.report.overview.Content.Target;
import tonghop.report.sheet.SheetNames;
import tonghop.spreadsheet.CellAddress;

/** Makes links. */
final class Links {

    /** Excel refuses a sheet with more than 65,530; those that come first are worth the most. */
    private static final int MOST_OF_A_SHEET = 65_000;

    private final XSSFWorkbook workbook;
    private final Map<String, Placed> placed;
    private final Map<Sheet, Integer> made = new HashMap<>();

    Links(XSSFWorkbook workbook, Map<String, Placed> placed) {
        this.workbook = workbook;
        this.placed = placed;
    }

    /** Makes {@code cell} lead to {@code target}, if the layout has a place for that. */
    void add(Cell cell, Target target) {
        boolean isFile = target instanceof Target.ToFile;
        Optional<String> address = addressOf(target);
        if (address.isPresent() && made.merge(cell.getSheet(), 1, Integer::sum) <= MOST_OF_A_SHEET) {
            XSSFHyperlink link =
                    workbook.getCreationHelper().createHyperlink(isFile ? HyperlinkType.FILE : HyperlinkType.DOCUMENT);
            link.setAddress(address.get());
            cell.setHyperlink(link);
        }
    }

    private Optional<String> addressOf(Target target) {
        if (target instanceof Target.ToFile file) {
            return Optional.of(encoded(file.path()));
        }
        if (target instanceof Target.ToSheet sheet) {
            return Optional.of(SheetNames.quoted(sheet.name()) + "!A1");
        }
        if (target instanceof Target.ToLine line) {
            return Optional.ofNullable(placed.get(line.section()))
                    .map(place -> SheetNames.quoted(place.sheet().getSheetName()) + "!"
                            + CellAddress.text(place.firstRow() + line.line(), 0));
        }
        return Optional.empty();
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
