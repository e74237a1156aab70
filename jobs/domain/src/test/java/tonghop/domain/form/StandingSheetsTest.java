package tonghop.domain.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tonghop.domain.form.PathContent.Sheet;
import tonghop.domain.form.PathContent.Verdict;
import tonghop.domain.time.Period;
import tonghop.fixtures.SmallCountry;

/** Contents are written as {@code night path: form unit period figures rows}, sheets with semicolons between. */
class StandingSheetsTest {

    private final List<PathContent> contents = new ArrayList<>();

    // One path

    @Test
    void a_content_that_came_back_counts_again() {
        took("1 a: F D1 2023 x r", "2 a: F D1 2023 y r", "3 a: F D1 2023 x r");
        assertThat(standing()).containsExactly("a F D1 2023 x COUNTS");
    }

    @Test
    void a_correction_may_leave_out_rows_and_says_nothing_to_anyone() {
        took("1 a: F D1 2023 x r,s", "2 a: F D1 2023 y r");
        assertThat(standing()).containsExactly("a F D1 2023 y COUNTS");
        assertThat(changes()).isEmpty();
    }

    @Test
    void an_overlapping_period_replaces_and_a_later_one_stands_beside_the_earlier() {
        took("1 a: F D1 2023-Q1 x r", "2 a: F D1 2023-H1 y r", "3 a: F D1 2023-Q3 z r");
        assertThat(standing()).containsExactly("a F D1 2023-H1 y COUNTS", "a F D1 2023-Q3 z COUNTS");
        assertThat(changes()).containsExactly("NAME_USED_AGAIN 2023-H1 D1");
    }

    @Test
    void an_earlier_period_or_another_unit_takes_back_what_was_said() {
        took("1 a: F D1 2023-Q2 x r", "2 a: F D1 2023-Q1 y r", "1 b: F D1 2022 x r", "2 b: F D2 2022 x r");
        assertThat(standing()).containsExactly("a F D1 2023-Q1 y COUNTS", "b F D2 2022 x COUNTS");
        assertThat(changes()).containsExactly("OTHER_PERIOD 2023-Q2 D1", "OTHER_UNIT 2022 D1");
    }

    @Test
    void a_form_that_is_gone_is_taken_back_if_the_content_was_accepted_whole() {
        took("1 a: F D1 2023 x r; G D1 2023 y r", "2 a: F D1 2023 z r");
        assertThat(standing()).containsExactly("a F D1 2023 z COUNTS");
        assertThat(changes()).containsExactly("FORM_GONE 2023 D1");
        took("3 b: F D2 2023 x r; G D2 2023 y r", "4 b: F D2 2023 !z r");
        assertThat(standing()).contains("b F D2 2023 x COUNTS", "b F D2 2023 z REJECTED", "b G D2 2023 y COUNTS");
        assertThat(changes()).contains("REJECTED 2023 D2");
    }

    @Test
    void a_form_of_an_earlier_period_is_not_missed_in_a_file_for_a_later_one() {
        took("1 a: F D1 2023-Q1 x r; G D1 2023-Q1 y r", "2 a: F D1 2023-Q2 z r");
        assertThat(standing())
                .containsExactly("a F D1 2023-Q1 x COUNTS", "a F D1 2023-Q2 z COUNTS", "a G D1 2023-Q1 y COUNTS");
    }

    @Test
    void what_cannot_be_read_leaves_everything_standing() {
        took("1 a: F D1 2023 x r", "2 a:");
        assertThat(standing()).containsExactly("a F D1 2023 x COUNTS");
    }

    @Test
    void a_withdrawn_sheet_lets_the_one_before_it_stand_again() {
        took("1 a: F D1 2023-Q1 x r; F D1 2023-Q2 x r", "2 a: F D1 2023-Q1 y r; F D1 2023-Q2 -y r");
        assertThat(standing()).containsExactly("a F D1 2023-Q1 y COUNTS", "a F D1 2023-Q2 x COUNTS");
        assertThat(changes()).isEmpty();
    }

    @Test
    void a_file_that_moved_takes_its_history_along() {
        took("1 a: F D1 2023 x r", "2 b: F D1 2023 y r", "3 c<a: F D1 2023 x r");
        assertThat(standing()).containsExactly("b F D1 2023 y COUNTS by c", "c F D1 2023 x SUPERSEDED by b");
        took("4 c: F D1 2023 z r");
        assertThat(standing()).containsExactly("b F D1 2023 y SUPERSEDED by c", "c F D1 2023 z COUNTS by b");
    }

    // Several paths

    @Test
    void two_versions_of_one_night_are_held_and_what_stood_before_goes_on() {
        took("1 a: F D1 2023 x r", "2 b: F D1 2023 y r", "2 c: F D1 2023 z r");
        assertThat(standing())
                .containsExactly("a F D1 2023 x COUNTS", "b F D1 2023 y HELD by c", "c F D1 2023 z HELD by b");
    }

    @Test
    void a_later_version_with_every_row_replaces_and_both_know_the_other() {
        took("1 a: F D1 2023 x r", "2 b: F D1 2023 y r,s");
        assertThat(standing()).containsExactly("a F D1 2023 x SUPERSEDED by b", "b F D1 2023 y COUNTS by a");
    }

    @Test
    void a_later_version_that_lacks_a_row_is_held_with_the_earlier() {
        took("1 z: F D1 2023 w r", "2 a: F D1 2023 x r,s", "3 b: F D1 2023 y r");
        assertThat(standing())
                .containsExactly("a F D1 2023 x HELD by b", "b F D1 2023 y HELD by a", "z F D1 2023 w COUNTS");
    }

    @Test
    void one_of_the_held_that_is_sent_again_or_stays_alone_counts() {
        took("1 a: F D1 2023 x r", "1 b: F D1 2023 y r", "2 c: F D1 2023 x r");
        assertThat(standing())
                .containsExactly(
                        "a F D1 2023 x COUNTS by b", "b F D1 2023 y SUPERSEDED by a", "c F D1 2023 x UNCHANGED by a");
        contents.clear();
        took("1 a: F D1 2023 x r", "1 b: F D1 2023 -y r");
        assertThat(standing()).containsExactly("a F D1 2023 x COUNTS");
    }

    @Test
    void equal_observations_are_one_version_dated_by_the_last_that_took_them_on() {
        took("1 a: F D1 2023 x r", "2 b: F D1 2023 y r", "3 c: F D1 2023 x r");
        assertThat(standing()).contains("a F D1 2023 x COUNTS by b", "c F D1 2023 x UNCHANGED by a");
        took("4 b: F D1 2023 y r; G D1 2023 g r");
        // Another form of its file was corrected: b did not take y on anew.
        assertThat(standing()).contains("a F D1 2023 x COUNTS by b", "b F D1 2023 y SUPERSEDED by a");
    }

    // Properties

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_figures_depend_on_contents_and_nights_alone(long seed) {
        Random random = new Random(seed);
        draw(random);
        List<String> expected = standing();
        Collections.shuffle(contents, random);
        assertThat(standing()).isEqualTo(expected);
        // A night in which nothing came in.
        contents.replaceAll(content -> new PathContent(
                content.path(), content.night() * 2, content.movedFrom(), content.sheets(), content.isWhole()));
        assertThat(standing()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void at_most_one_sheet_counts_and_nothing_is_lost(long seed) {
        draw(new Random(seed));
        Map<String, Long> counting = StandingSheets.of(contents).sheets().stream()
                .filter(standing -> standing.state() == Standing.State.COUNTS)
                .collect(Collectors.groupingBy(
                        standing -> standing.sheet().form()
                                + standing.sheet().unit()
                                + standing.sheet().period().code(),
                        Collectors.counting()));
        assertThat(counting.values()).allMatch(count -> count == 1);
        StandingSheets all = StandingSheets.of(contents);
        Map<String, PathContent> present = new HashMap<>();
        contents.stream()
                .sorted((one, other) -> Long.compare(one.night(), other.night()))
                .forEach(content -> present.put(content.path(), content));
        present.values()
                .forEach(content -> content.sheets().stream()
                        .filter(sheet -> sheet.verdict() != Verdict.WITHDRAWN)
                        .forEach(sheet -> assertThat(all.sheets())
                                .anyMatch(standing -> standing.sheet().id() == sheet.id())));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_path_that_goes_back_to_its_last_content_says_what_it_said(long seed) {
        draw(new Random(seed), List.of("a"));
        PathContent last = contents.get(contents.size() - 1);
        List<String> before = standing();
        if (last.isWhole()) {
            List<Sheet> others = last.sheets().stream()
                    .map(sheet -> new Sheet(
                            900, sheet.form(), sheet.unit(), sheet.period(), sheet.verdict(), "q", sheet.rows()))
                    .toList();
            contents.add(new PathContent("a", 10, List.of(), others, true));
            assertThat(standing()).isNotEqualTo(before);
            contents.add(new PathContent("a", 11, List.of(), last.sheets(), true));
        }
        assertThat(standing()).isEqualTo(before);
    }

    private void draw(Random random) {
        draw(random, List.of("a", "b", "c"));
    }

    private void draw(Random random, List<String> paths) {
        for (int night = 1; night < 6; night++) {
            for (String path : paths) {
                if (night == 1 || random.nextBoolean()) {
                    List<String> sheets = new ArrayList<>();
                    for (String form : List.of("F", "G")) {
                        if (random.nextInt(3) > 0) {
                            sheets.add("%s D%d 2023-Q%d %s%s %s"
                                    .formatted(
                                            form,
                                            1 + random.nextInt(10) / 9,
                                            1 + random.nextInt(6) / 5,
                                            random.nextInt(8) == 0 ? "!" : random.nextInt(8) == 0 ? "-" : "",
                                            "xyz".charAt(random.nextInt(3)),
                                            random.nextInt(4) == 0 ? "r" : "r,s"));
                        }
                    }
                    took("%d %s: %s".formatted(night, path, String.join("; ", sheets)));
                }
            }
        }
    }

    private void took(String... lines) {
        for (String line : lines) {
            String[] parts = line.split(": ?", 2);
            String[] head = parts[0].split("[ <]", -1);
            List<Sheet> sheets = Arrays.stream(parts[1].split("; ", -1))
                    .filter(sheet -> !sheet.isBlank())
                    .map(this::sheet)
                    .toList();
            boolean isWhole = !sheets.isEmpty() && sheets.stream().allMatch(sheet -> sheet.is(Verdict.ACCEPTED));
            contents.add(new PathContent(
                    head[1], Long.parseLong(head[0]), head.length > 2 ? List.of(head[2]) : List.of(), sheets, isWhole));
        }
    }

    private Sheet sheet(String text) {
        String[] words = text.split(" ", -1);
        Verdict verdict = words[3].startsWith("!")
                ? Verdict.REJECTED
                : words[3].startsWith("-") ? Verdict.WITHDRAWN : Verdict.ACCEPTED;
        Period period = SmallCountry.CALENDAR.find(words[2]).orElseThrow();
        long id =
                contents.stream().mapToLong(content -> content.sheets().size()).sum() + 1;
        return new Sheet(
                id,
                words[0],
                words[1],
                period,
                verdict,
                words[3].replaceAll("[!-]", ""),
                Set.of(words[4].split(",", -1)));
    }

    private List<String> standing() {
        return StandingSheets.of(contents).sheets().stream()
                .map(StandingSheetsTest::asText)
                .sorted()
                .toList();
    }

    private static String asText(Standing standing) {
        Sheet sheet = standing.sheet();
        String by = standing.others().stream()
                .map(Standing.Other::path)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        return "%s %s %s %s %s %s%s"
                .formatted(
                        standing.path(),
                        sheet.form(),
                        sheet.unit(),
                        sheet.period().code(),
                        sheet.figures(),
                        standing.state(),
                        by.isEmpty() ? "" : " by " + by);
    }

    private List<String> changes() {
        return StandingSheets.of(contents).changes().stream()
                .map(change -> "%s %s %s"
                        .formatted(
                                change.kind(),
                                change.before().period().code(),
                                change.before().unit()))
                .sorted()
                .toList();
    }
}
