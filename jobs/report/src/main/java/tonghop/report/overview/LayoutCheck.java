package tonghop.report.overview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tonghop.report.overview.OverviewLayout.Found;
import tonghop.report.sheet.BrokenTemplateException.Problem;
import tonghop.spreadsheet.CellAddress;

/** Finds what is wrong with a layout before it is filled: a mistake costs a message, and not a night's reports. */
final class LayoutCheck {

    private final String file;
    private final List<Problem> problems;

    /** Where each section was seen, and the sheets of the forms. */
    private final Map<String, String> seen = new HashMap<>();

    /**
     * Prepares the check of a layout.
     *
     * @param problems gets what is wrong, at a place such as {@code Chỉ số!B4}
     */
    LayoutCheck(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    void check(XSSFWorkbook layout) {
        layout.forEach(sheet -> check((XSSFSheet) sheet));
    }

    private void check(XSSFSheet sheet) {
        PageTexts.of(sheet).forEach((place, text) -> checkText(sheet.getSheetName() + " " + place, text));
        for (Row row : sheet) {
            for (Cell cell : row) {
                checkText(place(cell), LayoutPlaceholder.text(cell));
                OverviewLayout.placeholders(cell).forEach(this::checkPlace);
            }
            Map<String, Map<String, Cell>> sections = sectionsIn(row);
            if (sections.size() > 1) {
                String all = String.join(", ", sections.keySet());
                tell(
                        row.getCell(row.getFirstCellNum()),
                        "một dòng chỉ được lặp theo một loại, ở đây có " + all,
                        "a row can be repeated for one kind of thing only, here are " + all);
            }
            sections.keySet().forEach(section -> checkOnce(section, row.getCell(row.getFirstCellNum())));
            checkRepeatedColumn(row, sections.keySet());
            if (sections.containsKey(ObservationLines.SECTION)) {
                checkValues(row, sections.get(ObservationLines.SECTION));
            }
        }
    }

    private void checkText(String place, String text) {
        String rest = LayoutPlaceholder.ANY.matcher(text).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            tell(place, "thiếu '{{' hoặc '}}' trong: " + text, "'{{' or '}}' is missing in: " + text);
        }
        Matcher matcher = LayoutPlaceholder.ANY.matcher(text);
        while (matcher.find()) {
            String word = matcher.group(1).strip();
            if (!LayoutVocabulary.knows(word)) {
                String nearest = LayoutVocabulary.nearest(word).orElse("");
                tell(
                        place,
                        "không có '{{%s}}'%s"
                                .formatted(word, nearest.isEmpty() ? "" : "; có phải '%s'?".formatted(nearest)),
                        "there is no '{{%s}}'%s"
                                .formatted(word, nearest.isEmpty() ? "" : "; did you mean '%s'?".formatted(nearest)));
            }
        }
    }

    private void checkPlace(Found found) {
        boolean isWhole = LayoutPlaceholder.whole(found.cell()).isPresent();
        boolean isWord = LayoutWords.names().contains(found.word());
        if (LayoutVocabulary.knows(found.word()) && !isWord && !isWhole) {
            tell(
                    found.cell(),
                    "'{{%s}}' phải đứng một mình trong ô".formatted(found.word()),
                    "'{{%s}}' must be all that the cell holds".formatted(found.word()));
        }
        if (found.word().equals(LayoutPlaceholder.FORM_SHEETS)) {
            checkOnce(found.word(), found.cell());
        }
    }

    private void checkOnce(String what, Cell cell) {
        String before = seen.putIfAbsent(what, place(cell));
        if (before != null) {
            tell(cell, "'%s' đã có ở %s".formatted(what, before), "'%s' stands at %s already".formatted(what, before));
        }
    }

    /** The cells of a row's fields, by section. */
    private Map<String, Map<String, Cell>> sectionsIn(Row row) {
        Map<String, Map<String, Cell>> sections = new TreeMap<>();
        for (Cell cell : row) {
            String word = LayoutPlaceholder.whole(cell)
                    .filter(LayoutVocabulary::knows)
                    .orElse("");
            LayoutPlaceholder.sectionOf(word).ifPresent(section -> {
                Cell before = sections.computeIfAbsent(section, name -> new TreeMap<>())
                        .putIfAbsent(word, cell);
                if (before != null) {
                    tell(
                            cell,
                            "'{{%s}}' đã có ở %s cùng dòng".formatted(word, place(before)),
                            "'{{%s}}' stands at %s of the same row already".formatted(word, place(before)));
                }
            });
        }
        return sections;
    }

    /** Columns are repeated to the right, under headings that stand right above. */
    private void checkRepeatedColumn(Row row, Set<String> sections) {
        for (Cell cell : row) {
            if (LayoutPlaceholder.whole(cell).equals(Optional.of(LayoutPlaceholder.COLUMN_VALUE))) {
                if (sections.stream().noneMatch(LayoutVocabulary.REPEATED::contains)) {
                    tell(
                            cell,
                            "'{{column.value}}' chỉ dùng được trong dòng có "
                                    + String.join(", ", LayoutVocabulary.REPEATED),
                            "'{{column.value}}' only has a meaning in a row of "
                                    + String.join(", ", LayoutVocabulary.REPEATED));
                }
                Row above = row.getRowNum() == 0 ? null : row.getSheet().getRow(row.getRowNum() - 1);
                Cell heading = above == null ? null : above.getCell(cell.getColumnIndex());
                if (heading == null
                        || !LayoutPlaceholder.whole(heading).equals(Optional.of(LayoutPlaceholder.COLUMN_HEADING))) {
                    tell(cell, "ô ngay phía trên phải là '{{column}}'", "the cell right above must be '{{column}}'");
                }
                for (int right = cell.getColumnIndex() + 1; right < row.getLastCellNum(); right++) {
                    Cell other = row.getCell(right);
                    if (other != null && !LayoutPlaceholder.text(other).isBlank()) {
                        tell(
                                other,
                                "cột lặp '{{column.value}}' phải là cột cuối cùng của dòng",
                                "the repeated column '{{column.value}}' must be the last of its row");
                    }
                }
            }
        }
    }

    /** The observations become a table: with a heading over each column, each of its own, and nothing below. */
    private void checkValues(Row row, Map<String, Cell> fields) {
        Sheet sheet = row.getSheet();
        int first =
                fields.values().stream().mapToInt(Cell::getColumnIndex).min().orElse(0);
        int last = fields.values().stream().mapToInt(Cell::getColumnIndex).max().orElse(0);
        Row above = row.getRowNum() == 0 ? null : sheet.getRow(row.getRowNum() - 1);
        Map<String, String> headings = new HashMap<>();
        for (int column = first; column <= last; column++) {
            Cell heading = above == null ? null : above.getCell(column);
            String text = heading == null ? "" : LayoutPlaceholder.text(heading).strip();
            String here = CellAddress.text(row.getRowNum() - 1, column);
            String before = headings.putIfAbsent(text, here);
            if (text.isEmpty() || before != null) {
                tell(
                        sheet.getSheetName() + "!" + here,
                        "mỗi cột của bảng dữ liệu phải có một tiêu đề riêng ở dòng ngay phía trên",
                        "each column of the data table needs a heading of its own in the row right above");
            }
        }
        for (int below = row.getRowNum() + 1; below <= sheet.getLastRowNum(); below++) {
            Row other = sheet.getRow(below);
            if (other != null && other.getPhysicalNumberOfCells() > 0) {
                tell(
                        other.getCell(other.getFirstCellNum()),
                        "dưới dòng của bảng dữ liệu không được có gì, kể cả ô trống có định dạng",
                        "nothing may stand below the row of the data table, not even an empty cell with a format");
                return;
            }
        }
    }

    private void tell(Cell cell, String vietnamese, String english) {
        tell(place(cell), vietnamese, english);
    }

    private void tell(String place, String vietnamese, String english) {
        problems.add(new Problem(file, place + ": " + vietnamese, place + ": " + english));
    }

    private static String place(Cell cell) {
        return cell.getSheet().getSheetName() + "!" + cell.getAddress().formatAsString();
    }
}
