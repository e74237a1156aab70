package tonghop.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.Definitions;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Form;
import tonghop.domain.Measure;
import tonghop.domain.Period;
import tonghop.domain.Place;
import tonghop.domain.Unit;
import tonghop.domain.UnitLevel;

/**
 * Adds up a period over its units.
 *
 * <p>A pure function of what is stored and of the definitions: the same every time. The caller's transaction swaps the
 * new totals in at once.
 */
public final class RollUp {

    private static final String STATEMENTS = SqlFile.read("statements.sql");
    private static final String LEVEL_TOTALS = SqlFile.read("level_totals.sql");
    private static final String PUBLISH_TOTALS = SqlFile.read("publish_totals.sql");
    private static final String DIFFERENCES = SqlFile.read("differences.sql");

    /** From below, since each level adds up the one under it. */
    private static final List<UnitLevel> UPWARDS =
            List.of(UnitLevel.COMMUNE, UnitLevel.DISTRICT, UnitLevel.PROVINCE, UnitLevel.COUNTRY);

    private final JdbcTemplate batches;
    private final JdbcClient database;
    private final Definitions definitions;

    public RollUp(JdbcTemplate template, Definitions definitions) {
        this.batches = template;
        this.database = JdbcClient.create(template);
        this.definitions = definitions;
    }

    /**
     * Rebuilds the totals of {@code period}.
     *
     * @return where statements about the same unit and measure disagree
     */
    public List<Finding> rebuild(Period period) {
        makeTables(period);
        database.sql(STATEMENTS).param("period", period.code()).update();
        for (UnitLevel level : UPWARDS) {
            database.sql(LEVEL_TOTALS).param("level", level.code()).update();
        }
        database.sql("delete from total where period = ?").param(period.code()).update();
        database.sql(PUBLISH_TOTALS).param("period", period.code()).update();
        List<Finding> differences = differences(period);
        dropTables();
        return differences;
    }

    private void makeTables(Period period) {
        batches.execute("create temporary table unit_node (unit text primary key, parent text, level text not null)");
        batches.execute("create temporary table form_rank (form text primary key, rank integer not null)");
        batches.execute(
                "create temporary table measure_rule (measure text primary key, adds boolean not null, by_level boolean not null)");
        batches.execute("""
                create temporary table level_total (unit text, measure text, part text, value numeric not null,
                    has_at_least boolean, has_more_than boolean, has_nearly boolean, has_about boolean,
                    is_whole boolean, primary key (unit, measure, part))
                """);
        List<Object[]> units = new ArrayList<>();
        for (Unit unit : definitions.unitsOf(period).all()) {
            units.add(new Object[] {unit.code(), unit.parent(), unit.level().code()});
        }
        batches.batchUpdate("insert into unit_node values (?, ?, ?)", units);
        List<Object[]> forms = new ArrayList<>();
        for (String form : definitions.forms().stream().map(Form::id).distinct().toList()) {
            forms.add(new Object[] {form, forms.size()});
        }
        batches.batchUpdate("insert into form_rank values (?, ?)", forms);
        List<Object[]> measures = new ArrayList<>();
        for (Measure measure : definitions.measures().values()) {
            measures.add(new Object[] {measure.id(), measure.addsOverUnits(), measure.byLevel()});
        }
        batches.batchUpdate("insert into measure_rule values (?, ?, ?)", measures);
    }

    private void dropTables() {
        batches.execute("drop table statement, level_total, unit_node, form_rank, measure_rule");
    }

    private List<Finding> differences(Period period) {
        return database.sql(DIFFERENCES)
                .param("period", period.code())
                .query((row, number) -> Finding.of(
                        FindingCode.of(row.getString("code")),
                        new Place(
                                row.getString("unit"),
                                row.getString("form"),
                                period.code(),
                                row.getString("path"),
                                row.getString("sheet"),
                                row.getString("cell")),
                        plain(row.getBigDecimal("value")),
                        plain(row.getBigDecimal("counted")),
                        row.getString("measure")))
                .list();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
