package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.Job;

/** The tables of Spring Batch are made once, like all others, and are those that its version here expects. */
class BatchTablesTest {

    private static final String COLUMNS = """
            select concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable)
            from information_schema.columns
            where table_name like 'batch%'
            order by 1
            """;

    /** Every statement that fails takes its transaction with it. */
    private static final String FAILED =
            "select xact_rollback from pg_stat_database where datname = current_database()";

    @TempDir
    private Path folder;

    private Tonghop tonghop;

    @BeforeEach
    void a_database() throws Exception {
        tonghop = Tonghop.overEmptyDatabase(folder);
    }

    @Test
    void a_command_leaves_no_error_in_the_log_of_the_server() throws Exception {
        assertThat(tonghop.command("status").code()).isZero();
        List<String> before = tonghop.query(FAILED);
        assertThat(tonghop.command("status").code()).isZero();
        assertThat(tonghop.query(FAILED)).isEqualTo(before);
    }

    @Test
    void those_that_an_earlier_release_had_made_stay() throws Exception {
        tonghop.migrateTo("7");
        tonghop.sql(scriptOfTheLibrary());
        List<String> theirs = tonghop.query(COLUMNS);
        assertThat(tonghop.run().code()).isZero();
        assertThat(tonghop.query(COLUMNS)).isEqualTo(theirs);
        Tonghop fresh = Tonghop.overEmptyDatabase(folder.resolve("fresh"));
        assertThat(fresh.command("status").code()).isZero();
        assertThat(fresh.query(COLUMNS)).isEqualTo(theirs);
    }

    private static String scriptOfTheLibrary() throws Exception {
        try (InputStream script = Objects.requireNonNull(
                Job.class.getResourceAsStream("/org/springframework/batch/core/schema-postgresql.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
