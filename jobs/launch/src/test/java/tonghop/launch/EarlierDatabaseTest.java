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

/** A database that release 0.1.0 left behind is taken over with what is in it. */
class EarlierDatabaseTest {

    private static final String LAST_MIGRATION_OF_0_1_0 = "6";

    private static final String BATCH_COLUMNS = """
            select concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable)
            from information_schema.columns
            where table_name like 'batch%'
            order by 1
            """;

    @TempDir
    private Path folder;

    private Tonghop tonghop;

    /** Spring Batch had made its tables itself. */
    @BeforeEach
    void a_database_of_0_1_0() throws Exception {
        tonghop = Tonghop.overEmptyDatabase(folder);
        tonghop.migrateTo(LAST_MIGRATION_OF_0_1_0);
        try (InputStream script = Objects.requireNonNull(
                Job.class.getResourceAsStream("/org/springframework/batch/core/schema-postgresql.sql"))) {
            tonghop.sql(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_tables_of_spring_batch_are_those_that_its_version_here_expects() throws Exception {
        List<String> theirs = tonghop.query(BATCH_COLUMNS);
        assertThat(tonghop.run().code()).isZero();
        assertThat(tonghop.query(BATCH_COLUMNS)).isEqualTo(theirs);
        Tonghop fresh = Tonghop.in(folder.resolve("fresh"));
        assertThat(fresh.command("status").code()).isZero();
        assertThat(fresh.query(BATCH_COLUMNS)).isEqualTo(theirs);
    }

    @Test
    void a_file_with_the_content_of_another_points_to_it_and_what_nobody_had_read_is_read() throws Exception {
        String insert = "insert into file (path, sha256, catalogue, version, state, recorded_at, arrival)"
                + " values ('%s', repeat('%s', 64), 'c', '%s', '%s', '2026-01-01', %d)";
        tonghop.sql(insert.formatted("660.xlsx", "a", "0.1.0", "accepted", 1));
        tonghop.sql(insert.formatted("bản sao.xlsx", "a", "0.1.0", "unchanged", 2));
        tonghop.sql(insert.formatted("661.xlsx", "b", "0.1.0", "unchanged", 3));
        tonghop.sql(insert.formatted("661.xlsx", "b", "0.1.1", "accepted", 3));
        assertThat(tonghop.command("status").code()).isZero();
        assertThat(tonghop.query("select concat_ws(' ', path, state, original, arrival) from file order by id"))
                .containsExactly("660.xlsx accepted 1", "bản sao.xlsx unchanged 1 2", "661.xlsx accepted 4");
    }

    @Test
    void a_command_leaves_no_error_in_the_log_of_the_server() throws Exception {
        // Every statement that fails takes its transaction with it.
        String failed = "select xact_rollback from pg_stat_database where datname = current_database()";
        assertThat(tonghop.command("status").code()).isZero();
        List<String> before = tonghop.query(failed);
        assertThat(tonghop.command("status").code()).isZero();
        assertThat(tonghop.query(failed)).isEqualTo(before);
    }
}
