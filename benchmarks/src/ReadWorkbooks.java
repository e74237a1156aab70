import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.Grids;

/** Reads all workbooks below a folder, in turns by our reader and by POI's model, and prints the medians. */
final class ReadWorkbooks {

    /** So many rounds warm the compiler up and are not counted. */
    private static final int WARM_UP = 10;

    private ReadWorkbooks() {}

    @FunctionalInterface
    private interface Reader {
        long cells(Path workbook) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        List<Path> workbooks;
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            workbooks = files.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList();
        }
        int rounds = Integer.parseInt(arguments[1]);
        List<Reader> readers = List.of(ReadWorkbooks::ours, ReadWorkbooks::model);
        List<long[]> times = List.of(new long[rounds], new long[rounds]);
        long[] cells = new long[readers.size()];
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int turn = 0; turn < readers.size(); turn++) {
                int reader = (turn + Math.abs(round)) % readers.size();
                long start = processorTime();
                cells[reader] = 0;
                for (Path workbook : workbooks) {
                    cells[reader] += readers.get(reader).cells(workbook);
                }
                if (round >= 0) {
                    times.get(reader)[round] = processorTime() - start;
                }
            }
        }
        if (cells[0] != cells[1]) {
            throw new IllegalStateException("not the same cells: " + Arrays.toString(cells));
        }
        times.forEach(Arrays::sort);
        double ours = times.get(0)[rounds / 2] / 1e6;
        double model = times.get(1)[rounds / 2] / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%d workbooks, %d cells with content, %d rounds, Java %s%nTonghop %8.2f ms (%.2f to %.2f)%nPOI     %8.2f ms"
                        + " (%.2f to %.2f)%nratio   %8.1f%n",
                workbooks.size(), cells[0], rounds, System.getProperty("java.version"),
                ours, times.get(0)[0] / 1e6, times.get(0)[rounds - 1] / 1e6,
                model, times.get(1)[0] / 1e6, times.get(1)[rounds - 1] / 1e6, model / ours);
    }

    /** Of this thread: what else runs on the machine does not count, nor do the collector and the compiler. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long ours(Path workbook) throws Exception {
        long cells = 0;
        for (Grid grid : Grids.read(workbook)) {
            cells += grid.rows().values().stream().mapToLong(row -> row.size()).sum();
        }
        return cells;
    }

    /** Makes no more of a cell than its value; so the comparison favours POI. */
    private static long model(Path file) throws IOException {
        long cells = 0;
        try (InputStream in = Files.newInputStream(file);
                Workbook workbook = new XSSFWorkbook(in)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        CellType type = cell.getCellType() == CellType.FORMULA
                                ? cell.getCachedFormulaResultType()
                                : cell.getCellType();
                        boolean hasContent =
                                switch (type) {
                                    case STRING -> !cell.getStringCellValue().isBlank();
                                    case NUMERIC -> !Double.isNaN(cell.getNumericCellValue());
                                    case BOOLEAN, ERROR -> true;
                                    default -> false;
                                };
                        cells += hasContent ? 1 : 0;
                    }
                }
            }
        }
        return cells;
    }
}
