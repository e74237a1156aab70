package tonghop.launch;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What stands above the table lost, wrong or copied from another year. */
final class HeadDamages {

    private HeadDamages() {}

    static List<Damage> ofHead() {
        return List.of(
                Damage.of("without the form's number", table -> clear(table, "Biểu", "01/", "II.06")),
                Damage.of("without its title", table -> clearTitle(table)),
                Damage.of("without number and title", table -> {
                    boolean hadNumber = clear(table, "Biểu", "II.06");
                    return clearTitle(table) || hadNumber;
                }),
                Damage.of("without the agency", table -> clear(table, "UBND", "ỦY BAN", "Đơn vị báo cáo", "SỞ")),
                Damage.of(
                        "with the agency of another district",
                        table -> table.replaceTexts(text ->
                                text.toLowerCase(Locale.ROOT).startsWith("ubnd huyện") ? "UBND HUYỆN LẠ" : text)),
                Damage.of("without its period", table -> clear(table, "Kỳ báo cáo", "Số liệu tính", "Từ ngày", "(Từ")),
                Damage.of("without its dates", table -> clear(table, "Số liệu tính", "Từ ngày", "(Từ")),
                Damage.of(
                        "with the dates of the year before",
                        table -> table.replaceTexts(text -> text.contains("đến ngày") ? lastYear(text) : text)),
                Damage.of(
                        "with dates of no period",
                        table -> table.replaceTexts(
                                text -> text.contains("đến ngày") ? text.replace("14/", "30/") : text)),
                Damage.of("copied as last year's", table -> copy(table, HeadDamages::lastYear, false)),
                Damage.of("copied as it is", table -> copy(table, text -> text, false)),
                Damage.of("copied and changed in one figure", table -> copy(table, text -> text, true)));
    }

    private static boolean clear(SampleTable table, String... beginnings) {
        boolean isFound = false;
        for (Cell cell : table.texts()) {
            for (String beginning : beginnings) {
                if (cell.getRowIndex() < table.headingTop()
                        && cell.getStringCellValue().strip().startsWith(beginning)) {
                    cell.setBlank();
                    isFound = true;
                    break;
                }
            }
        }
        return isFound;
    }

    private static boolean clearTitle(SampleTable table) {
        String title = table.clean().form().title().toLowerCase(Locale.ROOT);
        List<Cell> titles = table.texts().stream()
                .filter(cell -> cell.getRowIndex() < table.headingTop())
                .filter(cell ->
                        cell.getStringCellValue().toLowerCase(Locale.ROOT).contains(title)
                                || table.clean().form().signs().stream().anyMatch(cell.getStringCellValue()::contains))
                .toList();
        titles.forEach(Cell::setBlank);
        return !titles.isEmpty();
    }

    private static String lastYear(String text) {
        return text.replace("2022", "2021")
                .replace("2023", "2022")
                .replace("2018", "2017")
                .replace("2020", "2019");
    }

    private static boolean copy(SampleTable table, UnaryOperator<String> changed, boolean withOtherFigure) {
        XSSFWorkbook workbook = table.sheet().getWorkbook();
        XSSFSheet copy =
                workbook.cloneSheet(workbook.getSheetIndex(table.sheet()), "Ban sao " + workbook.getNumberOfSheets());
        SampleTable other = new SampleTable(copy, table.clean(), table.columns());
        other.texts().stream()
                .filter(cell -> cell.getRowIndex() < table.headingTop())
                .forEach(cell -> cell.setCellValue(changed.apply(cell.getStringCellValue())));
        Cell figure = other.someFigure();
        if (withOtherFigure && figure != null) {
            figure.setCellValue(figure.getCellType() == CellType.NUMERIC ? figure.getNumericCellValue() + 1 : 7);
        }
        return !withOtherFigure || figure != null;
    }
}
