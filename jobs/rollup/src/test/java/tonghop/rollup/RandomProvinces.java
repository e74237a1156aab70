package tonghop.rollup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tonghop.domain.UnitLevel;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.Qualifier;
import tonghop.domain.form.ReadFile;
import tonghop.domain.form.RowWords;
import tonghop.domain.form.Submission;
import tonghop.domain.form.TableRow;
import tonghop.domain.form.TableRow.Kind;
import tonghop.domain.report.Report;
import tonghop.domain.time.Period;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.Unit.Successor;
import tonghop.domain.unit.UnitTree;
import tonghop.fixtures.SmallCountry;
import tonghop.rollup.report.Explanations;
import tonghop.rollup.report.Reports;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.Nights;
import tonghop.rollup.store.StandingStore;
import tonghop.rollup.store.SubmissionStore;
import tonghop.rollup.store.SubmissionStore.Reading;
import tonghop.rollup.sum.RollUp;

/** Provinces made at random, that send the forms of {@link World} for the periods of a year in which units changed. */
final class RandomProvinces {

    private static final LocalDate CHANGE = LocalDate.of(2025, 7, 1);
    private static final List<String> PERIODS = List.of(
            "2025-01", "2025-02", "2025-03", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025-H1", "2025-9M", "2025");
    private static final List<Qualifier> MARKS = List.of(Qualifier.values());
    private static final List<Form> FORMS = List.of(SmallCountry.FORM, SmallCountry.OTHER);

    private final Random random;
    private final JdbcTemplate template;
    private final TransactionTemplate transactions;
    private final Definitions definitions;
    private final List<Unit> registry = new ArrayList<>();
    private final Map<String, String> provinceOf = new HashMap<>();
    private final List<Sending> sendings = new ArrayList<>();
    private final Map<String, Integer> arrivals = new HashMap<>();
    private final Map<Period, Reports> reports = new HashMap<>();
    private int sent;

    /** A sheet that somebody will send. */
    private record Sending(Form form, Period period, UnitTree tree, Unit sender) {}

    RandomProvinces(int provinces, long seed, DataSource database) {
        this.random = new Random(seed);
        this.template = new JdbcTemplate(database);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        registry.add(new Unit("VN", "VN", UnitLevel.COUNTRY, null, Validity.ALWAYS, List.of()));
        for (int number = 0; number < provinces; number++) {
            addProvince("%04d".formatted(number));
        }
        this.definitions = new Definitions(
                FORMS,
                SmallCountry.DEFINITIONS.indicators(),
                registry,
                new RowWords(Set.of(), Set.of(), Map.of()),
                new ReportingCalendar(14, List.of(), Map.of(), List.of(CHANGE)));
        planSendings();
    }

    /** Half of the provinces lose their districts on the day of the change; new communes take over some codes. */
    private void addProvince(String code) {
        boolean changes = random.nextBoolean();
        Validity until = changes ? new Validity(null, CHANGE.minusDays(1)) : Validity.ALWAYS;
        add(code, UnitLevel.PROVINCE, "VN", Validity.ALWAYS, List.of(), code);
        int communes = 0;
        int districts = 1 + random.nextInt(3);
        for (int district = 0; district < districts; district++) {
            String districtCode = code + "D" + district;
            add(districtCode, UnitLevel.DISTRICT, code, until, List.of(), code);
            int below = random.nextInt(4);
            for (int commune = 0; commune < below; commune++) {
                List<Successor> successors = changes ? List.of(new Successor(code + "C0", CHANGE, true)) : List.of();
                add(code + "C" + communes++, UnitLevel.COMMUNE, districtCode, until, successors, code);
            }
        }
        if (changes) {
            for (int commune = 0; commune <= random.nextInt(3); commune++) {
                add(code + "C" + commune, UnitLevel.COMMUNE, code, new Validity(CHANGE, null), List.of(), code);
            }
        }
    }

    private void add(
            String code,
            UnitLevel level,
            String parent,
            Validity validity,
            List<Successor> successors,
            String province) {
        registry.add(new Unit(code, "Unit " + code, level, parent, validity, successors));
        provinceOf.put(code, province);
    }

    private void planSendings() {
        for (Period period : periods()) {
            UnitTree tree = definitions.unitsOf(period);
            for (Unit unit : tree.all()) {
                // Some always, some never: so that finer periods cover longer ones often enough.
                double zeal = new Random(unit.code().hashCode()).nextDouble();
                if (unit.level() != UnitLevel.COUNTRY && random.nextDouble() < zeal * 0.9) {
                    Form form = FORMS.get(random.nextInt(6) == 0 ? 1 : 0);
                    Sending sending = new Sending(form, period, tree, unit);
                    sendings.add(sending);
                    if (random.nextInt(6) == 0) {
                        sendings.add(sending);
                    }
                }
            }
        }
        Collections.shuffle(sendings, random);
    }

    List<Period> periods() {
        return PERIODS.stream()
                .map(code -> SmallCountry.CALENDAR.find(code).orElseThrow())
                .toList();
    }

    /** Sends up to a share of everything that is planned. */
    void send(double share) {
        SubmissionStore store = new SubmissionStore(template, Clock.systemUTC());
        int until = (int) (sendings.size() * share);
        transactions.executeWithoutResult(status -> {
            for (; sent < until; sent++) {
                send(sendings.get(sent), store);
            }
        });
    }

    private void send(Sending sending, SubmissionStore store) {
        String path = "%06d.xlsx".formatted(sent);
        String sha256 = "%064d".formatted(sent);
        Submission submission = new Submission(
                path,
                sha256,
                "sheet",
                sending.form(),
                sending.sender().code(),
                sending.period(),
                null,
                rows(sending),
                false,
                new CellLedger(1, 0, 0, 0, 0));
        boolean isRejected = random.nextInt(12) == 0;
        List<Finding> findings = isRejected
                ? List.of(Finding.of(FindingCode.NEGATIVE_VALUE, submission.at("A1"), Fact.TEXT.is("-1")))
                : List.of();
        Nights nights = new Nights(template, Clock.systemUTC());
        nights.finish(List.of(new Nights.Seen(path, sha256, Instant.MAX)), other -> true);
        store.add(
                new Reading(path, sha256, "catalogue", "1"),
                new ReadFile(path, sha256, List.of(submission), findings),
                findings);
        arrivals.put(path, sent);
    }

    /** One row of the sender alone, or offices and rows about units below. */
    private List<TableRow> rows(Sending sending) {
        List<TableRow> rows = new ArrayList<>();
        String sender = sending.sender().code();
        if (random.nextInt(3) == 0) {
            rows.add(row(Kind.SENDER, sender, sender, 1));
            return rows;
        }
        for (int office = random.nextInt(3); office > 0; office--) {
            rows.add(row(Kind.OFFICE, "[office %d]".formatted(office), sender, rows.size() + 1));
        }
        if (random.nextInt(8) == 0) {
            rows.add(row(Kind.CHILDREN, "{all below}", sender, rows.size() + 1));
        }
        for (Unit below : sending.tree().subtreeOf(sender)) {
            if (!below.code().equals(sender) && random.nextInt(3) == 0) {
                rows.add(row(Kind.UNIT, below.code(), below.code(), rows.size() + 1));
            }
        }
        return rows;
    }

    /** Mostly sound, at times with blanks, marks, or a total that is not the sum of its parts. */
    private TableRow row(Kind kind, String label, String unit, int number) {
        int answered = random.nextInt(50);
        int open = random.nextInt(9);
        int replies = random.nextInt(30);
        int carried = random.nextInt(9);
        int load = replies + carried + (random.nextInt(12) == 0 ? 1 : 0);
        int[] values = {
            answered + open, answered, 90 + random.nextInt(10), 1 + random.nextInt(5), replies, carried, load
        };
        Map<Integer, Entry> entries = new HashMap<>();
        for (int column = 1; column <= values.length; column++) {
            if (random.nextInt(10) > 0) {
                Qualifier mark = random.nextInt(40) == 0 ? MARKS.get(random.nextInt(MARKS.size())) : null;
                String cell = "" + (char) ('A' + column) + number;
                String raw = Integer.toString(values[column - 1]);
                entries.put(column, new Entry(new BigDecimal(raw), mark, cell, raw));
            }
        }
        return new TableRow(kind, number, label, "A" + number, unit, entries, Map.of());
    }

    void rollUp() {
        RollUp rollUp = new RollUp(template, definitions, "test");
        transactions.executeWithoutResult(
                status -> new StandingStore(template, definitions).update(Moment.NOW, LocalDate.MAX));
        periods().forEach(period -> transactions.executeWithoutResult(status -> rollUp.update(period)));
    }

    Explanations explanations(Period period) {
        return Explanations.of(period, definitions, template);
    }

    List<Report.Leaf> leaves(Period period, Unit unit) {
        return reports.computeIfAbsent(period, of -> Reports.of(of, definitions, template))
                .leavesOf(unit);
    }

    /** The provinces of a period, of which there are {@code most} at most, with all units below. */
    List<Unit> units(Period period, int most) {
        UnitTree tree = definitions.unitsOf(period);
        return tree.childrenOf("VN").stream()
                .limit(most)
                .flatMap(province -> tree.subtreeOf(province.code()).stream())
                .toList();
    }

    /**
     * Writes what the reports tell, and the totals.
     *
     * @return how many totals there are
     */
    int write(Path folder) throws IOException {
        new WrittenDefinitions(definitions, periods(), provinceOf).write(folder);
        int totals = 0;
        try (BufferedWriter sheets = Files.newBufferedWriter(folder.resolve("sheets.csv"));
                BufferedWriter leaves = Files.newBufferedWriter(folder.resolve("so-lieu.csv"));
                BufferedWriter sums = Files.newBufferedWriter(folder.resolve("totals.csv"))) {
            WrittenDefinitions.line(sheets, "report", "file", "period", "form", "unit", "arrival");
            WrittenDefinitions.line(
                    leaves, "report", "unit", "period", "form", "measure", "row", "value", "qualifier", "file");
            WrittenDefinitions.line(sums, "report", "unit", "measure", "part", "value", "qualifier");
            for (Period period : periods()) {
                Reports reports = Reports.of(period, definitions, template);
                for (Unit province : definitions.unitsOf(period).childrenOf("VN")) {
                    String name = province.code() + "/" + period.code();
                    reports.sheetsOf(province).forEach(sheet -> write(name, sheet, sheets));
                    reports.leavesOf(province).forEach(leaf -> write(name, leaf, leaves));
                }
                totals += writeTotals(period, sums);
            }
        }
        return totals;
    }

    private void write(String report, Report.SentSheet sheet, BufferedWriter file) {
        if (sheet.state().counts()) {
            int arrival = arrivals.getOrDefault(sheet.file(), -1);
            WrittenDefinitions.line(file, report, sheet.file(), sheet.period(), sheet.form(), sheet.unit(), arrival);
        }
    }

    private static void write(String report, Report.Leaf leaf, BufferedWriter file) {
        WrittenDefinitions.line(
                file,
                report,
                leaf.unit(),
                leaf.period(),
                leaf.form(),
                leaf.measure(),
                leaf.row(),
                leaf.value(),
                code(leaf.qualifier()),
                leaf.file());
    }

    private int writeTotals(Period period, BufferedWriter file) {
        List<List<Object>> rows = new ArrayList<>();
        template.query(
                "select unit, measure, part, value, qualifier from total where period = ? and unit <> 'VN'",
                row -> {
                    String unit = row.getString("unit");
                    String name = provinceOf.get(registered(unit)) + "/" + period.code();
                    String qualifier = row.getString("qualifier");
                    rows.add(List.of(
                            name,
                            unit,
                            row.getString("measure"),
                            row.getString("part"),
                            row.getBigDecimal("value"),
                            qualifier == null ? "" : qualifier));
                },
                period.code());
        rows.forEach(row -> WrittenDefinitions.line(file, row.toArray()));
        return rows.size();
    }

    static String registered(String code) {
        int at = code.indexOf('@');
        return at < 0 ? code : code.substring(0, at);
    }

    private static String code(@Nullable Qualifier qualifier) {
        return qualifier == null ? "" : qualifier.code();
    }
}
