package tonghop.launch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.launch.Tonghop;

/** Whoever looks into the tables of Spring Batch sees what was asked, what came of it, and which runs died. */
class JobHistoryTest {

    private static final String LAST = "select concat_ws(' ', status, exit_code, exit_message)"
            + " from batch_job_execution order by job_execution_id";

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
    void a_run_says_what_was_asked_and_what_came_of_it() throws Exception {
        tonghop.run("--period", "2023");
        assertThat(tonghop.query(LAST))
                .containsExactly(
                        "COMPLETED COMPLETED 2 seen, 2 read, 0 with warnings, 1 rejected or unrecognised, 1 reports, 0 failed");
        assertThat(tonghop.query("select parameter_value from batch_job_execution_params"
                        + " where parameter_name = 'periods' and identifying = 'N'"))
                .containsExactly("2023");
        assertThat(tonghop.query("select concat_ws(' ', step_name, read_count, write_count)"
                        + " from batch_step_execution where step_name in ('read', 'report') order by 1"))
                .containsExactly("read 2 2", "report 1 1");
    }

    @Test
    void a_run_that_died_is_told_so_by_the_next() throws Exception {
        tonghop.run();
        tonghop.sql("update batch_job_execution set status = 'STARTED', exit_code = 'UNKNOWN', exit_message = '',"
                + " end_time = null");
        tonghop.sql("update batch_step_execution set status = 'STARTED', end_time = null where step_name = 'report'");
        tonghop.run();
        assertThat(tonghop.query(LAST).get(0)).startsWith("FAILED FAILED died; attempt");
        assertThat(tonghop.query("select status from batch_step_execution where step_name = 'report' order by 1"))
                .containsExactly("COMPLETED", "FAILED");
        assertThat(tonghop.query("select count(*) from batch_job_execution where end_time is null"))
                .containsExactly("0");
    }
}
