import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import tonghop.catalogue.Catalogue;
import tonghop.domain.form.CellLedger;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Figure;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.PastFigures;
import tonghop.domain.time.Period;
import tonghop.domain.report.Report;
import tonghop.domain.unit.Unit;
import tonghop.domain.UnitLevel;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Validity;
import tonghop.report.Basis;
import tonghop.report.Layouts;
import tonghop.report.ReportFolder;

/**
 * Writes every file of one report of many units: the ten forms with the most columns, every cell with a number.
 *
 * <p>Arguments: the folder of the catalogue, how many units, how many rounds. Tells the median time, and the largest
 * heap that was seen in use after a round.
 */
public final class WriteReport {

    private static final int FORMS = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Random random = new Random(1);
    private final List<Form> forms;
    private final List<Indicator> indicators;
    private final Period period;
    private final int units;

    private WriteReport(Catalogue catalogue, int units) {
        this.period = catalogue.definitions().calendar().find("2023").orElseThrow();
        this.forms = catalogue.definitions().forms().stream()
                .filter(form -> form.rows() == Form.Rows.UNITS && form.validity().holdsOn(period.to()))
                .sorted(Comparator.comparing((Form form) -> -form.columns().size()))
                .limit(FORMS)
                .toList();
        this.indicators = catalogue.definitions().indicators();
        this.units = units;
    }

    public static void main(String[] arguments) throws IOException {
        Catalogue catalogue = Catalogue.read(Path.of(arguments[0]));
        Report report = new WriteReport(catalogue, Integer.parseInt(arguments[1])).report();
        Layouts layouts = Layouts.read(catalogue.reports(), catalogue.definitions(), catalogue::blank);
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            Path out = Files.createTempDirectory("tonghop-benchmark-");
            long start = System.nanoTime();
            new ReportFolder(out, new Basis("67", "2023", "1", "c", "s")).publish(report, layouts, List.of());
            times.add((System.nanoTime() - start) / 1_000_000);
            if (round == 0) {
                try (Stream<Path> files = Files.walk(out)) {
                    files.filter(Files::isRegularFile)
                            .sorted()
                            .forEach(file -> System.out.println(
                                    out.relativize(file) + " " + file.toFile().length() / 1024 + " KB"));
                }
            }
            try (Stream<Path> files = Files.walk(out)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
        times.sort(Comparator.naturalOrder());
        System.out.printf(
                "%d units, %d forms, %d observations: median %d ms, first and slowest %d ms, -Xmx %d MB%n",
                report.top().children().size(),
                report.tables().size(),
                report.leaves().size(),
                times.get(times.size() / 2),
                times.get(times.size() - 1),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private Report report() {
        List<Unit> communes = new ArrayList<>();
        for (int number = 1; number <= units; number++) {
            communes.add(new Unit(
                    "%05d".formatted(number), "Xã thứ " + number, UnitLevel.COMMUNE, "67", Validity.ALWAYS, List.of()));
        }
        List<Report.Leaf> leaves = new ArrayList<>();
        List<Report.FilledForm> tables = new ArrayList<>();
        Map<String, Map<String, BigDecimal>> values = new HashMap<>();
        for (Form form : forms) {
            List<Report.Line> lines = new ArrayList<>();
            for (Unit unit : communes) {
                lines.add(line(form, unit, values.computeIfAbsent(unit.code(), code -> new HashMap<>()), leaves));
            }
            tables.add(new Report.FilledForm(form, lines));
        }
        List<UnitReport> children = new ArrayList<>();
        Map<String, BigDecimal> sums = new HashMap<>();
        List<Report.Coverage> coverage = new ArrayList<>();
        List<Report.SentSheet> sheets = new ArrayList<>();
        for (Unit unit : communes) {
            Map<String, BigDecimal> own = values.get(unit.code());
            own.forEach((id, value) -> sums.merge(id, value, BigDecimal::add));
            children.add(new UnitReport(
                    unit, new Completeness(forms.size(), forms.size(), 0, 0, 0), figures(own, 1), List.of()));
            for (Form form : forms) {
                coverage.add(new Report.Coverage(
                        unit.code(), unit.name(), form.id(), Report.Coverage.State.ACCEPTED, false));
                sheets.add(new Report.SentSheet(
                        unit.code() + ".xlsx",
                        "0".repeat(64),
                        form.fileName(),
                        form.id(),
                        unit.code(),
                        period.code(),
                        SubmissionState.ACCEPTED,
                        new CellLedger(30, 30, 0, 0, 0)));
            }
        }
        Unit province = new Unit("67", "Tỉnh Đắk Nông", UnitLevel.PROVINCE, "VN", Validity.ALWAYS, List.of());
        int all = units * forms.size();
        return new Report(
                period,
                new UnitReport(province, new Completeness(all, all, 0, 0, 0), figures(sums, units), children),
                null,
                tables,
                leaves,
                coverage,
                sheets,
                List.of(),
                PastFigures.NONE,
                null);
    }

    private Report.Line line(Form form, Unit unit, Map<String, BigDecimal> values, List<Report.Leaf> leaves) {
        Map<Integer, Report.Value> cells = new HashMap<>();
        for (Form.Column column : form.columns()) {
            Measure measure = column.measure();
            if (measure != null && measure.addsOverUnits()) {
                BigDecimal value = values.computeIfAbsent(measure.id(), id -> BigDecimal.valueOf(random.nextInt(1000)));
                cells.put(column.no(), new Report.Value(value, null));
                leaves.add(new Report.Leaf(
                        unit.code(),
                        period.code(),
                        form.id(),
                        measure.id(),
                        unit.name(),
                        value,
                        null,
                        Figure.Status.REPORTED,
                        measure.unitOfCount(),
                        unit.code() + ".xlsx",
                        form.fileName(),
                        "C" + column.no()));
            }
        }
        return new Report.Line(unit.name(), unit.code(), cells, Map.of());
    }

    private List<Figure> figures(Map<String, BigDecimal> values, int reported) {
        List<Figure> figures = new ArrayList<>();
        for (Form form : forms) {
            for (Measure measure : form.measures().values()) {
                BigDecimal value = values.get(measure.id());
                boolean isNew = figures.stream().noneMatch(figure -> figure.id().equals(measure.id()));
                if (value != null && isNew) {
                    figures.add(figure(measure.id(), measure.label(), value, null, null, null, measure.unitOfCount(), reported));
                }
            }
        }
        for (Indicator indicator : indicators) {
            BigDecimal above = sum(indicator.numerator(), values);
            BigDecimal below = sum(indicator.denominator(), values);
            if (below.signum() > 0) {
                BigDecimal rate = above.multiply(HUNDRED).divide(below, java.math.MathContext.DECIMAL64);
                figures.add(figure(indicator.id(), indicator.label(), rate, above, below, indicator, "%", reported));
            }
        }
        return figures;
    }

    private static BigDecimal sum(List<String> ids, Map<String, BigDecimal> values) {
        return ids.stream().map(id -> values.getOrDefault(id, BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Figure figure(
            String id,
            String label,
            BigDecimal value,
            BigDecimal above,
            BigDecimal below,
            Indicator indicator,
            String unitOfCount,
            int reported) {
        return new Figure(
                id,
                label,
                indicator == null ? Figure.Kind.MEASURE : Figure.Kind.INDICATOR,
                indicator == null ? Figure.Status.REPORTED : Figure.Status.COMPUTED,
                value,
                null,
                above,
                below,
                null,
                null,
                null,
                null,
                unitOfCount,
                indicator == null ? 0 : indicator.decimals(),
                reported,
                0,
                reported,
                false,
                indicator,
                null);
    }
}
