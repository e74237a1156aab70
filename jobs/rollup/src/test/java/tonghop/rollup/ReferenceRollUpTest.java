package tonghop.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tonghop.domain.report.Explanation;
import tonghop.domain.report.Explanation.Role;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Report;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.fixtures.Installed;
import tonghop.rollup.report.Explanations;

/**
 * Random provinces with units that change, periods of all lengths, missing units, revisions and rejected sheets,
 * against a second roll-up in Python that knows nothing but what the reports tell.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReferenceRollUpTest {

    /** The figures of so many of them are walked back to their cells. */
    private static final int EXPLAINED = 25;

    /** Those that are not made of others when periods are put together. */
    private static final Set<String> PLAIN_COUNTS = Set.of("answered", "replies", "carried-over", "open");

    private static final long SEED = 20_261_121;

    private RandomProvinces provinces;

    int howMany() {
        return 30;
    }

    @BeforeAll
    void rollUpTwice() throws SQLException {
        provinces = new RandomProvinces(howMany(), SEED, TestDatabase.fresh());
        provinces.send(0.7);
        provinces.rollUp();
        // The rest, corrections among it, is added to what was rolled up.
        provinces.send(1.0);
        provinces.rollUp();
    }

    @Test
    void agrees_with_a_second_roll_up_over_what_the_reports_tell(@TempDir Path folder)
            throws IOException, InterruptedException {
        String program = Installed.require("Python", "python3");
        int totals = provinces.write(folder);
        Path script = folder.resolve("reference_roll_up.py");
        try (var text = ReferenceRollUpTest.class.getResourceAsStream("reference_roll_up.py")) {
            Files.copy(Objects.requireNonNull(text), script);
        }
        Process python = new ProcessBuilder(program, script.toString(), folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(said).isZero();
        assertThat(totals).isGreaterThan(howMany() * 200);
        assertThat(said.strip()).isEqualTo("compared %d, different 0".formatted(totals));
    }

    @Test
    void explains_every_figure_by_leaves_that_make_it_up() {
        int explained = 0;
        for (Period period : provinces.periods()) {
            Explanations explanations = provinces.explanations(period);
            for (Unit unit : provinces.units(period, EXPLAINED)) {
                for (Figure figure : explanations.figuresOf(unit)) {
                    check(figure, explanations.find(unit, figure.id()).orElseThrow(), unit);
                    explained++;
                }
            }
        }
        assertThat(explained).isGreaterThan(1_000);
    }

    @Test
    void says_of_leaves_that_count_in_the_sum_of_which_figures_they_are() {
        int compared = 0;
        for (Period period : provinces.periods()) {
            Explanations explanations = provinces.explanations(period);
            for (Unit unit : provinces.units(period, EXPLAINED)) {
                Map<String, BigDecimal> sums = new HashMap<>();
                provinces.leaves(period, unit).stream()
                        .filter(Report.Leaf::counts)
                        .forEach(leaf -> sums.merge(leaf.measure(), leaf.value(), BigDecimal::add));
                for (Figure figure : explanations.figuresOf(unit)) {
                    if (PLAIN_COUNTS.contains(figure.id().toString()) && figure.value() != null) {
                        assertThat(sums.get(figure.id().of()))
                                .as(unit.code() + " " + period.code() + " " + figure.id())
                                .isEqualByComparingTo(figure.value());
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    private static void check(Figure figure, Explanation explanation, Unit unit) {
        String what = unit.code() + " " + explanation.period().code() + " " + figure;
        if (figure.numerator() != null) {
            assertThat(sum(explanation, Role.NUMERATOR)).as(what).isEqualByComparingTo(figure.numerator());
            assertThat(sum(explanation, Role.DENOMINATOR)).as(what).isEqualByComparingTo(figure.denominator());
        } else if (figure.value() != null) {
            assertThat(sum(explanation, Role.VALUE)).as(what).isEqualByComparingTo(figure.value());
        }
        if (figure.declared() != null) {
            List<BigDecimal> declared = explanation.cells().stream()
                    .filter(cell -> cell.role() == Role.DECLARED)
                    .map(cell -> cell.leaf().amount().value())
                    .toList();
            assertThat(declared).as(what).containsExactly(figure.declared());
        }
    }

    /** The sum of the cells of one role, each times its factor. */
    private static BigDecimal sum(Explanation explanation, Role role) {
        return explanation.cells().stream()
                .filter(cell -> cell.role() == role)
                .map(cell -> cell.leaf().amount().value().multiply(BigDecimal.valueOf(cell.factor())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
