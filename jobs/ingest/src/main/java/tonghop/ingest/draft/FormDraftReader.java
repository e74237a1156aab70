package tonghop.ingest.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormDraft;
import tonghop.domain.form.Nature;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.ColumnMark;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.Grids;
import tonghop.spreadsheet.UnreadableFileException;
import tonghop.spreadsheet.text.VietnameseText;

/** Drafts a form's definition from an official blank form, as far as the workbook itself says it. */
public final class FormDraftReader {

    private static final int MOST_ROWS = 60;
    private static final Pattern NUMBER = Pattern.compile(
            "^(?:biểu(?: mẫu)?(?: số)?\\s*:?\\s*)?(\\d{2}[a-d]?/[a-zđ]{2,6}|[ivx]+\\.\\d{2})(?:[a-d]?(?:/.*)?)?$");
    private static final Pattern NUMBER_IN_FILE = Pattern.compile("(?<!\\p{L})(\\p{Lu}{2,6})(\\d{2})(?!\\d)");
    private static final Pattern CIRCULAR =
            Pattern.compile("(Thông tư|Nghị định|Quyết định)(?: số)?\\s+(\\d+/\\d{4}/[\\p{Lu}-]+)");
    private static final Pattern OF_THE_STATE =
            Pattern.compile("CỘNG HÒA XÃ HỘI.*|UBND.*|ỦY BAN.*|.*\\{\\{.*|MS|BIỂU.*", Pattern.DOTALL);
    private static final Pattern ORDINAL = Pattern.compile("(?:s?tt|số tt|số thứ tự)");
    private static final Pattern NOTE = Pattern.compile("ghi chú");
    private static final Pattern ROW_LABEL =
            Pattern.compile("(?:đơn vị|cơ quan|địa phương|lĩnh vực|nội dung|loại việc|tên đơn vị)(?!\\p{L}).*");
    private static final Pattern OF_UNITS = Pattern.compile("đơn vị(?! tính)(?!\\p{L}).*");
    private static final Pattern OF_CATEGORIES = Pattern.compile("(?:lĩnh vực|nội dung|loại việc).*");
    private static final Pattern NAME = Pattern.compile("(?:tên|họ và tên|họ tên)(?!\\p{L})(?! đơn vị).*");

    private final Grid sheet;
    private final String file;
    private final int numberRow;
    private final HeaderTree headings;

    private FormDraftReader(Grid sheet, String file, int numberRow) {
        this.sheet = sheet;
        this.file = file;
        this.numberRow = numberRow;
        this.headings = new HeaderTree(sheet, numberRow);
    }

    /**
     * Reads the first sheet that has a row of column numbers.
     *
     * @return empty if no sheet has one, or the file is no workbook
     * @throws IOException if the file cannot be opened
     */
    public static Optional<FormDraft> read(Path blank) throws IOException {
        String file = String.valueOf(blank.getFileName());
        try {
            for (Grid sheet : Grids.read(blank)) {
                Optional<Integer> numbers = numberRow(sheet);
                if (numbers.isPresent()) {
                    return Optional.of(new FormDraftReader(sheet, file, numbers.get()).draft());
                }
            }
        } catch (UnreadableFileException e) {
            // What is wrong with it is told to whoever sends it; here it is no blank.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The row with the most numbers, at least two. */
    private static Optional<Integer> numberRow(Grid sheet) {
        Optional<Integer> best = Optional.empty();
        long most = 1;
        for (int row : sheet.rows().headMap(MOST_ROWS, true).keySet()) {
            long numbers = sheet.row(row).values().stream()
                    .filter(cell -> ColumnMark.number(cell.text()) > 0)
                    .count();
            if (numbers > most) {
                most = numbers;
                best = Optional.of(row);
            }
        }
        return best;
    }

    private FormDraft draft() {
        List<PrintedColumn> printed = printed();
        Place place = Place.inCell(file, sheet.sheet(), null);
        FormulaDoubts.Read read = FormulaDoubts.of(printed, place);
        boolean isList = read.columns().stream().anyMatch(column -> matches(NAME, column.leaf()));
        List<FormDraft.Column> columns = read.columns().stream()
                .filter(column -> isData(column, isList))
                .map(column -> column(column, isList))
                .toList();
        return new FormDraft(
                id(),
                title(),
                issuedBy(),
                isList ? Form.Rows.LIST : rows(printed),
                file,
                columns,
                isList ? List.of() : read.rules(),
                read.doubtfulRules(),
                read.doubts());
    }

    private List<PrintedColumn> printed() {
        List<PrintedColumn> printed = new ArrayList<>();
        sheet.row(numberRow).forEach((column, cell) -> {
            String mark = VietnameseText.tidy(cell.text());
            int number = ColumnMark.number(mark);
            if (number > 0) {
                printed.add(new PrintedColumn(
                        number, mark, headings.pathOf(column), column, CellAddress.text(numberRow, column)));
            }
        });
        return printed;
    }

    /** Whether it is a column of figures or of a list's texts, rather than of ordinals, labels or remarks. */
    private static boolean isData(PrintedColumn column, boolean isList) {
        String heading = column.leaf();
        boolean isLabel = !isList && column.path().size() == 1 && !column.hasFormula() && matches(ROW_LABEL, heading);
        return !matches(ORDINAL, heading) && !matches(NOTE, heading) && !isLabel;
    }

    private static FormDraft.Column column(PrintedColumn column, boolean isList) {
        String attribute = isList ? attribute(column) : null;
        String unitOfCount = MeasureGuess.unitOfCount(column.path());
        Nature nature = MeasureGuess.nature(column.path(), unitOfCount);
        return new FormDraft.Column(
                column.no(), column.path(), attribute, unitOfCount, nature, MeasureGuess.decimals(unitOfCount));
    }

    private static @Nullable String attribute(PrintedColumn column) {
        if (matches(NAME, column.leaf())) {
            return "name";
        }
        return matches(OF_UNITS, column.leaf()) ? "unit" : "column-" + column.no();
    }

    private Form.Rows rows(List<PrintedColumn> printed) {
        int first = printed.stream()
                .filter(column -> isData(column, false))
                .mapToInt(PrintedColumn::column)
                .min()
                .orElse(1);
        List<String> label = headings.pathOf(Math.max(0, first - 1));
        return !label.isEmpty() && matches(OF_CATEGORIES, label.get(0)) ? Form.Rows.CATEGORIES : Form.Rows.UNITS;
    }

    private static boolean matches(Pattern pattern, String heading) {
        return pattern.matcher(heading.toLowerCase(Locale.ROOT)).matches();
    }

    private String id() {
        for (String text : headTexts()) {
            Matcher number = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
            if (number.matches()) {
                return number.group(1).toUpperCase(Locale.ROOT);
            }
        }
        Matcher inFile = NUMBER_IN_FILE.matcher(file.replace('_', ' '));
        return inFile.find() ? inFile.group(2) + "/" + inFile.group(1) : "";
    }

    /** The longest text in capitals above the table. */
    private String title() {
        return headTexts().stream()
                .filter(text -> text.equals(text.toUpperCase(Locale.ROOT)) && text.matches(".*\\p{Lu}{2}.*"))
                .filter(text -> !OF_THE_STATE.matcher(text).matches())
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private String issuedBy() {
        for (String text : headTexts()) {
            Matcher circular = CIRCULAR.matcher(text);
            if (circular.find()) {
                return circular.group(1) + " " + circular.group(2);
            }
        }
        return "";
    }

    private List<String> headTexts() {
        return sheet.rows().headMap(headings.firstRow()).values().stream()
                .flatMap(cells -> cells.values().stream())
                .map(cell -> VietnameseText.tidy(cell.text()))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
