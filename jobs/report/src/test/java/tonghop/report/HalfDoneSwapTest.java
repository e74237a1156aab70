package tonghop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static tonghop.report.ReportFolderTest.LAYOUTS;
import static tonghop.report.ReportFolderTest.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is swapped in by two moves, and a run may be killed between and after them. */
class HalfDoneSwapTest {

    @TempDir
    private Path out;

    @Test
    void a_run_that_was_killed_between_them_loses_nothing() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        Files.writeString(place().resolve("ghi chú.docx"), "mine");
        Files.writeString(place().resolve("findings.csv"), "mine too");
        Path staging = Files.createDirectories(place().resolveSibling(".dang-ghi-2023"));
        Files.writeString(staging.resolve("report.json"), "new");
        Files.move(place(), place().resolveSibling(".da-thay-2023"));
        assertThat(putRight()).isEmpty();
        assertThat(place().resolve("ghi chú.docx")).hasContent("mine");
        assertThat(place().resolve("findings.csv")).hasContent("mine too");
        assertThat(filesIn(out.resolve("67"))).containsExactly("2023");
    }

    @Test
    void one_that_was_killed_after_them_leaves_no_old_report_behind() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        Files.writeString(place().resolve("ghi chú.docx"), "mine");
        Files.writeString(place().resolve("findings.csv"), "mine too");
        Path old = Files.move(place(), place().resolveSibling("old"));
        folder("two").publish(report(), LAYOUTS, List.of());
        Files.move(old, place().resolveSibling(".da-thay-2023"));
        assertThat(putRight())
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasContent("mine too"));
        assertThat(place().resolve("ghi chú.docx")).hasContent("mine");
        assertThat(folder("two").isUpToDate()).isTrue();
        assertThat(filesIn(out.resolve("67"))).containsExactly("2023");
    }

    @Test
    void one_that_was_killed_while_it_cleaned_up_leaves_nothing_that_would_be_taken_for_somebodys() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        Path old = Files.move(place(), place().resolveSibling("old"));
        folder("two").publish(report(), LAYOUTS, List.of());
        Files.delete(old.resolve("manifest.json"));
        Files.move(old, place().resolveSibling(".bo-di-2023"));
        assertThat(putRight()).isEmpty();
        assertThat(filesIn(place())).noneMatch(name -> name.contains("da-sua"));
        assertThat(filesIn(out.resolve("67"))).containsExactly("2023");
    }

    @Test
    void the_next_report_ends_a_swap_that_nobody_has_put_right() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        Files.writeString(place().resolve("ghi chú.docx"), "mine");
        Path old = Files.move(place(), place().resolveSibling("old"));
        folder("two").publish(report(), LAYOUTS, List.of());
        Files.move(old, place().resolveSibling(".da-thay-2023"));
        folder("three").publish(report(), LAYOUTS, List.of());
        assertThat(folder("three").isUpToDate()).isTrue();
        assertThat(place().resolve("ghi chú.docx")).hasContent("mine");
        assertThat(filesIn(out.resolve("67"))).containsExactly("2023");
    }

    @Test
    void what_is_not_ours_below_the_output_folder_is_left_alone() throws IOException {
        Files.writeString(Files.createDirectories(out.resolve("lost+found/.x")).resolve("a"), "a");
        Files.writeString(out.resolve("67"), "a file where a unit's folder belongs");
        assertThat(putRight()).isEmpty();
        assertThat(out.resolve("lost+found/.x/a")).exists();
    }

    private List<Path> putRight() throws IOException {
        List<Path> kept = new ArrayList<>();
        for (Path left : ReportFolder.leftBehind(out)) {
            kept.addAll(ReportFolder.putRight(left));
        }
        return kept;
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private ReportFolder folder(String submissions) {
        return new ReportFolder(out, new Basis("67", "2023", "1", "catalogue", submissions));
    }

    private Path place() {
        return out.resolve("67/2023");
    }
}
