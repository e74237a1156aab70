package tonghop.rollup.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.finding.Answer;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.LikelyCause;
import tonghop.domain.finding.Place;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.Observation;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Leaf;
import tonghop.domain.time.Period;
import tonghop.rollup.report.FormCoverage.Pair;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.SqlFile;
import tonghop.rollup.sum.Totals;

/** What is stored of one period, read once for all of its reports. */
record StoredPeriod(List<Sheet> sheets, List<Leaf> leaves, List<Item> items, List<Finding> findings) {

    private static final String SHEETS = SqlFile.read(StoredPeriod.class, "current_submissions.sql");
    private static final String LEAVES = SqlFile.read(StoredPeriod.class, "leaves.sql");
    private static final String ITEMS = SqlFile.read(StoredPeriod.class, "items.sql");
    private static final String FINDINGS = SqlFile.read(StoredPeriod.class, "findings.sql");

    /** What was sent for the period itself: by the unit, or as a row in another unit's sheet. */
    Set<Pair> sent() {
        Set<Pair> sent = new HashSet<>();
        sheets.stream()
                .filter(sheet -> sheet.state().counts())
                .forEach(sheet -> sent.add(new Pair(sheet.unit(), sheet.form())));
        leaves.forEach(leaf -> sent.add(new Pair(leaf.unit(), leaf.form())));
        return sent;
    }

    /** A sheet that was taken in. */
    record Sheet(
            String period,
            String path,
            String sha256,
            String sheet,
            String form,
            String unit,
            SubmissionState state,
            CellLedger cells) {

        Sheet ofUnit(String other) {
            return new Sheet(period, path, sha256, sheet, form, other, state, cells);
        }
    }

    /** A list item that counts. */
    record Item(String form, String unit, String name, Map<String, String> texts, boolean isOpen) {

        Item ofUnit(String other) {
            return new Item(form, other, name, texts, isOpen);
        }
    }

    /** Everything that was known of {@code period} at {@code moment}. */
    static StoredPeriod of(Period period, Moment moment, JdbcClient database) {
        return new StoredPeriod(
                sheetsOf(period, moment, database),
                leavesOf(period, moment, database),
                about(period, moment, ITEMS, database)
                        .query((row, number) -> item(row))
                        .list(),
                about(period, moment, FINDINGS, database)
                        .query((row, number) -> finding(row))
                        .list());
    }

    /** The sheets alone, where nothing else is asked for. */
    static List<Sheet> sheetsOf(Period period, Moment moment, JdbcClient database) {
        return about(period, moment, SHEETS, database)
                .query((row, number) -> sheet(row, period))
                .list();
    }

    /** The observations alone. */
    static List<Leaf> leavesOf(Period period, Moment moment, JdbcClient database) {
        return about(period, moment, LEAVES, database)
                .query((row, number) -> leaf(row, period))
                .list();
    }

    private static JdbcClient.StatementSpec about(Period period, Moment moment, String sql, JdbcClient database) {
        return database.sql(sql).param("period", period.code()).param("as_of", moment.asParameter());
    }

    private static Sheet sheet(ResultSet row, Period period) throws SQLException {
        return new Sheet(
                period.code(),
                row.getString("path"),
                row.getString("sha256"),
                row.getString("sheet"),
                row.getString("form"),
                row.getString("unit"),
                SubmissionState.of(row.getString("state")),
                new CellLedger(
                        row.getInt("observation_cells"),
                        row.getInt("blank_cells"),
                        row.getInt("control_cells"),
                        row.getInt("note_cells"),
                        row.getInt("rejected_cells")));
    }

    private static Leaf leaf(ResultSet row, Period period) throws SQLException {
        return new Leaf(
                period.code(),
                row.getLong("submission_id"),
                row.getString("unit"),
                row.getString("sender"),
                row.getString("form"),
                row.getString("measure"),
                row.getString("row_label"),
                row.getInt("row_number"),
                row.getInt("ordinal"),
                Totals.amount(row),
                Observation.Scope.of(row.getString("scope")),
                row.getString("path"),
                row.getString("sha256"),
                row.getString("sheet"),
                row.getString("cell"),
                row.getString("raw"));
    }

    private static Item item(ResultSet row) throws SQLException {
        String[] attributes = (String[]) row.getArray("attributes").getArray();
        String[] texts = (String[]) row.getArray("texts").getArray();
        Map<String, String> byAttribute = new LinkedHashMap<>();
        for (int index = 0; index < attributes.length; index++) {
            byAttribute.put(attributes[index], texts[index]);
        }
        return new Item(
                row.getString("form"),
                row.getString("unit"),
                row.getString("name"),
                byAttribute,
                row.getBoolean("is_open"));
    }

    static Finding finding(ResultSet row) throws SQLException {
        FindingCode code = FindingCode.of(row.getString("code"));
        List<String> details = List.of((String[]) row.getArray("details").getArray());
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        String value = row.getString("value");
        String expected = row.getString("expected");
        code.value().ifPresent(fact -> facts.put(fact, value));
        code.expected().ifPresent(fact -> facts.put(fact, expected));
        int known = Math.min(code.details().size(), details.size());
        for (int index = 0; index < known; index++) {
            facts.put(code.details().get(index), details.get(index));
        }
        LikelyCause cause = details.stream()
                .skip(known)
                .flatMap(detail -> LikelyCause.parse(detail).stream())
                .findFirst()
                .orElse(null);
        Place place = new Place(
                row.getString("unit"),
                row.getString("form"),
                row.getString("period"),
                row.getString("file"),
                row.getString("sheet"),
                row.getString("cell"));
        Severity severity = Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT));
        Finding finding = new Finding(code, severity, place, row.getString("measure"), facts, cause, null);
        String reason = row.getString("answer_reason");
        String key = finding.key();
        return reason == null
                ? finding
                : finding.answeredBy(Map.of(key, new Answer(key, reason, row.getString("answer_text"))));
    }
}
