package tonghop.launch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.launch.Tonghop;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.Trouble;

/** What a run has to do and what came of it are rows: a piece is taken once, and its result is stored with it. */
class WorkListsTest {

    private static final String FILES =
            "select concat_ws(' ', path, state, periods, seen, claimed_by)" + " from run_file order by position";
    private static final String REPORTS =
            "select concat_ws(' ', folder, result, exit_code, claimed_by)" + " from run_report order by position";
    private static final long RUN = 1;

    @TempDir
    private Path folder;

    private Tonghop tonghop;

    @BeforeEach
    void a_good_file_and_a_bad_one() throws Exception {
        tonghop = Tonghop.in(folder);
        tonghop.send("input-samples/dak-nong/2023", "660.xlsx");
        Files.writeString(tonghop.inbox().resolve("bad.xlsx"), "%PDF-1.7");
    }

    @Test
    void after_a_run_there_is_one_row_a_file_and_report_with_what_came_of_it() throws Exception {
        tonghop.run();
        assertThat(tonghop.query(FILES))
                .containsExactly(
                        "660.xlsx accepted {2023} read:partition0", "bad.xlsx unrecognised {} read:partition0");
        assertThat(tonghop.query(REPORTS)).containsExactly("67/2023 written 0 report:partition0");
        tonghop.run();
        assertThat(tonghop.query(FILES)).containsExactly("660.xlsx accepted", "bad.xlsx unrecognised");
        assertThat(tonghop.query(REPORTS)).containsExactly("67/2023 up-to-date 0");
    }

    @Test
    void what_fails_is_a_result_and_the_step_goes_on() throws Exception {
        tonghop.run();
        Files.delete(tonghop.inbox().resolve("660.xlsx"));
        tonghop.sql(
                "insert into finding (file_id, code, severity, unit, period, value, expected, details)"
                        + " select id, 'no-such-rule', 'warning', '660', '2023', '', '', '{}' from file where path = '660.xlsx'");
        Files.delete(tonghop.out().resolve("67/2023/report.json"));
        assertThat(tonghop.run().code()).isEqualTo(4);
        assertThat(tonghop.query(REPORTS)).containsExactly("67/2023 failed 4 report:partition0");
        assertThat(tonghop.query("select concat_ws(' ', status, read_count, write_count, rollback_count)"
                        + " from batch_step_execution where step_name = 'report' order by step_execution_id"))
                .containsExactly("COMPLETED 1 1 0", "COMPLETED 1 1 0");
    }

    @Test
    void what_a_killed_run_left_is_taken_away_by_the_next() throws Exception {
        tonghop.run();
        tonghop.sql("update run_file set state = null, periods = null where path = 'bad.xlsx'");
        tonghop.sql("update run_report set result = null");
        tonghop.sql("insert into run_file (run, position, path, sha256, copy)"
                + " select run, 3, 'gone.xlsx', sha256, copy from run_file where position = 1");
        tonghop.run();
        assertThat(tonghop.query(FILES)).containsExactly("660.xlsx accepted", "bad.xlsx unrecognised");
        assertThat(tonghop.query(REPORTS)).containsExactly("67/2023 up-to-date 0");
    }

    @Test
    void partitions_share_the_files_and_those_that_failed_before_come_last() throws Exception {
        RunFiles files = new RunFiles(JdbcClient.create(tonghop.dataSource()), RUN);
        List<String> names =
                IntStream.range(0, 40).mapToObj("%02d.xlsx"::formatted).toList();
        names.forEach(name -> files.add(
                new RunState.Taken(name, new Spool.Copy("0".repeat(64), Path.of(name))), name.equals("00.xlsx")));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<List<String>> partition = () -> claimed(files);
            List<Future<List<String>>> taken = threads.invokeAll(List.of(partition, partition));
            assertThat(Stream.concat(taken.get(0).get().stream(), taken.get(1).get().stream()))
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(taken)
                    .allSatisfy(own -> assertThat(own.get().stream().filter(name -> !name.equals("00.xlsx")))
                            .isSorted());
            assertThat(taken).anySatisfy(own -> assertThat(own.get()).endsWith("00.xlsx"));
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> claimed(RunFiles files) {
        List<String> names = new ArrayList<>();
        for (Optional<RunFiles.Piece> next = files.claim("test"); next.isPresent(); next = files.claim("test")) {
            names.add(next.get().file().name());
        }
        return names;
    }

    @Test
    void a_trouble_that_comes_after_the_writing_takes_nothing_back_and_the_first_is_told() throws Exception {
        RunReports reports = new RunReports(JdbcClient.create(tonghop.dataSource()), RUN);
        reports.add(new RunReports.Piece("67", "2023", "digest", null, null));
        reports.settle("67/2023", RunReports.Result.WRITTEN, List.of(Path.of("kept.xlsx")));
        reports.fail("67/2023", Trouble.of(new IllegalStateException("fi\0rst")));
        reports.fail("67/2023", new Trouble(ExitCode.SURROUNDINGS, "second"));
        assertThat(reports.written()).containsExactly("67/2023");
        assertThat(reports.kept()).containsExactly("kept.xlsx");
        assertThat(reports.failed())
                .containsExactly(new RunReports.Failed("67/2023", "2023", "IllegalStateException: first"));
        assertThat(reports.due()).isZero();
        assertThat(tonghop.query(REPORTS)).containsExactly("67/2023 written 4");
    }

    @Test
    void what_keeps_a_period_open_is_a_report_of_its_own() {
        RunReports reports = new RunReports(JdbcClient.create(tonghop.dataSource()), RUN);
        reports.add(new RunReports.Piece("49", "2015-2020", "digest", null, null));
        reports.fail("49/2015-2020", Trouble.of(new IllegalStateException("a report")));
        reports.fail("49/.da-thay-2021", Trouble.of(new IllegalStateException("what a killed run left")));
        reports.fail("2022", Trouble.of(new IllegalStateException("the roll-up")));
        assertThat(List.of("2015-2020", "2020", "2021", "2022").stream()
                        .filter(period -> reports.failed().stream().anyMatch(failed -> failed.isOf(period))))
                .containsExactly("2015-2020", "2022");
    }
}
