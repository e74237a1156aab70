package tonghop.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.RowWords;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.PublishedReport.Leaf;
import tonghop.domain.report.PublishedReport.Node;
import tonghop.domain.report.PublishedReport.Source;
import tonghop.domain.report.PublishedReport.Value;
import tonghop.domain.report.ReportComparison.Circumstances;
import tonghop.domain.time.ReportingCalendar;

class ReportComparisonTest {

    private static final Definitions DEFINITIONS = new Definitions(
            List.of(),
            List.of(),
            List.of(),
            new RowWords(Set.of(), Set.of(), Map.of()),
            new ReportingCalendar(14, List.of(), Map.of()));
    private static final Circumstances NOTHING_ELSE =
            new Circumstances(Set.of(), source -> false, false, false, false, false);

    @Test
    void a_new_form_and_a_correction_add_up_to_the_difference_of_the_total() {
        Drawing before = new Drawing().unit("P", null, 10).unit("A", "P", 10).sheet("a", "A", "A", 10);
        Drawing after = new Drawing()
                .unit("P", null, 17)
                .unit("A", "P", 12)
                .unit("B", "P", 5)
                .sheet("a2", "A", "A", 12)
                .sheet("b", "B", "B", 5);
        assertThat(changes(before, after, NOTHING_ELSE))
                .containsEntry("P", "{NEW=5, CORRECTION=2}")
                .containsEntry("A", "{CORRECTION=2}")
                .containsEntry("B", "{NEW=5}");
    }

    @Test
    void what_came_after_the_deadline_is_late() {
        Drawing after = new Drawing().unit("P", null, 5).sheet("p", "P", "P", 5);
        assertThat(changes(
                        new Drawing(), after, new Circumstances(Set.of(), source -> true, false, false, false, false)))
                .containsEntry("P", "{LATE=5}");
    }

    @Test
    void a_withdrawal_lets_the_row_of_the_unit_above_stand_again() {
        Drawing before = new Drawing()
                .unit("P", null, 9)
                .unit("A", "P", 9)
                .sheet("p", "P", "A", 7)
                .sheet("a", "A", "A", 9);
        Drawing after = new Drawing().unit("P", null, 7).unit("A", "P", 7).sheet("p", "P", "A", 7);
        assertThat(changes(before, after, new Circumstances(Set.of("a"), source -> false, false, false, false, false)))
                .containsEntry("P", "{WITHDRAWAL=-2}")
                .containsEntry("A", "{WITHDRAWAL=-2}");
    }

    @Test
    void a_whole_that_gives_way_to_its_parts_changes_because_the_last_part_came() {
        Drawing before = new Drawing()
                .unit("P", null, 20)
                .unit("A", "P", 8)
                .sheet("p", "P", "P", 20)
                .sheet("a", "A", "A", 8);
        Drawing after = new Drawing()
                .unit("P", null, 18)
                .unit("A", "P", 8)
                .unit("B", "P", 10)
                .sheet("p", "P", "P", 20)
                .sheet("a", "A", "A", 8)
                .sheet("b", "B", "B", 10);
        assertThat(changes(before, after, NOTHING_ELSE))
                .containsEntry("P", "{NEW=-2}")
                .containsEntry("B", "{NEW=10}");
    }

    @Test
    void a_correction_below_a_whole_that_stands_changes_nothing_above() {
        Drawing before = new Drawing()
                .unit("P", null, 20)
                .unit("A", "P", 8)
                .sheet("p", "P", "P", 20)
                .sheet("a", "A", "A", 8);
        Drawing after = new Drawing()
                .unit("P", null, 20)
                .unit("A", "P", 9)
                .sheet("p", "P", "P", 20)
                .sheet("a2", "A", "A", 9);
        assertThat(changes(before, after, NOTHING_ELSE)).containsOnly(Map.entry("A", "{CORRECTION=1}"));
    }

    @Test
    void a_unit_that_moved_takes_its_figures_along() {
        Drawing before = new Drawing()
                .unit("P", null, 5)
                .unit("A", "P", 5)
                .unit("B", "P", 0)
                .unit("C", "A", 5)
                .sheet("c", "C", "C", 5);
        Drawing after = new Drawing()
                .unit("P", null, 5)
                .unit("A", "P", 0)
                .unit("B", "P", 5)
                .unit("C", "B", 5)
                .sheet("c", "C", "C", 5);
        assertThat(changes(before, after, new Circumstances(Set.of(), source -> false, true, false, false, false)))
                .containsOnly(Map.entry("A", "{UNIT=-5}"), Map.entry("B", "{UNIT=5}"));
    }

    @Test
    void the_same_sheets_read_by_other_rules_or_another_version() {
        Drawing before = new Drawing().unit("P", null, 5).sheet("p", "P", "P", 5);
        Drawing after = new Drawing().unit("P", null, 6).sheet("p", "P", "P", 6);
        assertThat(changes(before, after, new Circumstances(Set.of(), source -> false, false, true, false, false)))
                .containsEntry("P", "{RULE=1}");
        assertThat(changes(before, after, new Circumstances(Set.of(), source -> false, false, false, false, true)))
                .containsEntry("P", "{VERSION=1}");
        assertThat(changes(before, after, NOTHING_ELSE)).containsEntry("P", "{OTHER=1}");
    }

    @Test
    void another_layout_is_told_and_changes_no_figure() {
        PublishedReport report =
                new Drawing().unit("P", null, 5).sheet("p", "P", "P", 5).report();
        Circumstances otherLayout = new Circumstances(Set.of(), source -> false, false, false, true, false);
        ReportChange change = ReportComparison.of(report, report, DEFINITIONS, otherLayout);
        assertThat(change.events()).containsExactly(new ReportChange.Event(ChangeCause.LAYOUT, null, null));
        assertThat(change.figures()).isEmpty();
        PublishedReport none = PublishedReport.none("P", "2023");
        assertThat(ReportComparison.of(none, report, DEFINITIONS, otherLayout).events())
                .extracting(ReportChange.Event::cause)
                .containsExactly(ChangeCause.NEW);
    }

    private static Map<String, String> changes(Drawing before, Drawing after, Circumstances circumstances) {
        ReportChange change = ReportComparison.of(before.report(), after.report(), DEFINITIONS, circumstances);
        change.figures()
                .forEach(figure -> assertThat(figure.value().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(figure.difference()));
        return change.figures().stream()
                .collect(Collectors.toMap(
                        ReportChange.FigureChange::unit,
                        figure -> figure.value().toString(),
                        (one, two) -> two,
                        TreeMap::new));
    }

    /** A report with one measure, {@code m}. */
    private static final class Drawing {

        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final List<Leaf> leaves = new ArrayList<>();
        private final List<Source> sources = new ArrayList<>();

        Drawing unit(String code, @Nullable String parent, int value) {
            Value figure = new Value("m", Figure.Kind.MEASURE, BigDecimal.valueOf(value), null, null);
            nodes.put(code, new Node(code, "Unit " + code, parent, Map.of("m", figure)));
            return this;
        }

        /** A file whose content is its name, sent by {@code sender}, with a row about {@code unit}. */
        Drawing sheet(String content, String sender, String unit, int value) {
            String file = sender + ".xlsx";
            sources.add(new Source(file, content, "s", "F", sender, "2023", SubmissionState.ACCEPTED));
            leaves.add(new Leaf(unit, "F", "2023", "m", BigDecimal.valueOf(value), file, "s"));
            return this;
        }

        PublishedReport report() {
            return new PublishedReport("P", "2023", nodes, leaves, sources);
        }
    }
}
