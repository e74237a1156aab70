package tonghop.rollup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.Definitions;
import tonghop.domain.Period;
import tonghop.domain.Sha256;
import tonghop.domain.Unit;
import tonghop.domain.UnitLevel;
import tonghop.domain.UnitTree;

/** Which reports there are, and whether what they stand on has changed. */
public final class ReportScope {

    private final JdbcTemplate template;
    private final JdbcClient database;
    private final Definitions definitions;

    public ReportScope(JdbcTemplate template, Definitions definitions) {
        this.template = template;
        this.database = JdbcClient.create(template);
        this.definitions = definitions;
    }

    /** Every period that something was taken in for, in the order of their codes. */
    public List<Period> periods() {
        return database
                .sql("select distinct period from submission order by period")
                .query(String.class)
                .list()
                .stream()
                .flatMap(code -> definitions.calendar().find(code).stream())
                .toList();
    }

    /** The provinces in which anything was reported for {@code period}. */
    public List<Unit> provinces(Period period) {
        UnitTree tree = definitions.unitsOf(period);
        return units(period).stream()
                .flatMap(code -> tree.ancestorAt(UnitLevel.PROVINCE, code).stream())
                .distinct()
                .toList();
    }

    /** Whether anything was reported in the territory of {@code unit} for {@code period}. */
    public boolean hasReported(Unit unit, Period period) {
        UnitTree tree = definitions.unitsOf(period);
        return units(period).stream().anyMatch(code -> tree.isWithin(code, unit.code()));
    }

    private List<String> units(Period period) {
        return database.sql("""
                        select unit from submission where period = :period
                        union
                        select observation.unit from observation
                        join submission on submission.id = observation.submission_id
                        where submission.period = :period
                        order by unit
                        """)
                .param("period", period.code())
                .query(String.class)
                .list();
    }

    /**
     * A digest of every sheet that the report of {@code unit} stands on, and of the files that go back to their
     * senders: it changes when one of them does.
     */
    public String digest(Unit unit, Period period) {
        UnitTree tree = definitions.unitsOf(period);
        Set<String> related = tree.all().stream()
                .map(Unit::code)
                .filter(code -> tree.isWithin(code, unit.code()) || tree.isWithin(unit.code(), code))
                .collect(Collectors.toSet());
        StringBuilder sheets = new StringBuilder();
        for (StoredPeriod.Sheet sheet : StoredPeriod.sheetsOf(period, database)) {
            if (related.contains(sheet.unit())) {
                sheets.append(String.join(
                                "\t",
                                sheet.path(),
                                sheet.sha256(),
                                sheet.sheet(),
                                sheet.form(),
                                sheet.unit(),
                                sheet.state().code()))
                        .append('\n');
            }
        }
        for (FileToReturn file : new StoredFiles(template).toReturn(period, within(unit, tree))) {
            sheets.append(String.join(
                            "\t", file.path(), file.sha256(), file.state().code()))
                    .append('\n');
        }
        return Sha256.of(sheets.toString());
    }

    private static Set<String> within(Unit unit, UnitTree tree) {
        return tree.subtreeOf(unit.code()).stream().map(Unit::code).collect(Collectors.toSet());
    }
}
