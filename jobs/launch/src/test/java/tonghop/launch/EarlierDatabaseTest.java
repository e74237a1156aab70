package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.Job;
import tonghop.launch.job.Arrivals;

/** A database that release 0.1.0 left behind is taken over with what is in it. */
class EarlierDatabaseTest {

    private static final String LAST_MIGRATION_OF_0_1_0 = "6";

    private static final String BATCH_COLUMNS = """
            select concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable)
            from information_schema.columns
            where table_name like 'batch%'
            order by 1
            """;

    /** Takes away what the last migrations of this module added. */
    private static final String BACK_TO_THE_RELEASE_BEFORE = """
            drop function told_state(file);
            drop view told_finding;
            drop table standing, present_file, standing_finding, seal_submission, sheet_version, path_content, night;
            alter table seal drop column last_night;
            alter table withdrawal drop column night, drop column period, drop column undone_at;
            alter table file add column original bigint references file (id), add column arrival bigint;
            update file
            set arrival = (select min(id) from file as first where first.path = file.path and first.sha256 = file.sha256);
            alter table observation add column is_whole boolean not null default false;
            update observation set is_whole = scope = 'whole';
            alter table observation drop column scope, alter column is_whole drop default;
            alter table statement drop column children, drop column children_stand, drop column of_periods;
            delete from flyway_schema_history where version::integer >= 12;
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
    void a_file_with_the_content_of_another_keeps_its_night_and_is_read_by_itself() throws Exception {
        String insert = "insert into file (path, sha256, catalogue, version, state, recorded_at, arrival)"
                + " values ('%s', repeat('%s', 64), 'c', '%s', '%s', '2026-01-01', %d)";
        tonghop.sql(insert.formatted("660.xlsx", "a", "0.1.0", "accepted", 1));
        tonghop.sql(insert.formatted("bản sao.xlsx", "a", "0.1.0", "unchanged", 2));
        tonghop.sql(insert.formatted("661.xlsx", "b", "0.1.0", "unchanged", 3));
        tonghop.sql(insert.formatted("661.xlsx", "b", "0.1.1", "accepted", 3));
        assertThat(tonghop.command("status").code()).isZero();
        assertThat(tonghop.query("select concat_ws(' ', path, state) from file order by id"))
                .containsExactly("660.xlsx accepted", "661.xlsx accepted");
        assertThat(tonghop.query("select concat_ws(' ', path, left(sha256, 1), night) from path_content order by path"))
                .containsExactlyInAnyOrder("660.xlsx a 1", "bản sao.xlsx a 1", "661.xlsx b 1");
    }

    private static String countingOfTheReleaseBefore() throws Exception {
        try (InputStream script = Objects.requireNonNull(
                EarlierDatabaseTest.class.getResourceAsStream("/db/migration/V4__revisions.sql"))) {
            String all = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            int from = all.indexOf("create or replace function");
            int end = all.indexOf("$$;", from);
            return all.substring(from, end + 3);
        }
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

    @Test
    void a_sealed_period_stays_as_it_was_and_an_open_one_follows_the_rules_of_now(@TempDir Path other)
            throws Exception {
        String[] atNoon = {"--now", "2024-01-02T12:00:00+07:00"};
        Tonghop present = Tonghop.in(other);
        present.send("input-samples/hai-phong/2018-9M", "303.xlsx", "304.xlsx");
        present.run(atNoon);
        assertThat(present.command("close", "2018-9M", "--reason", "Báo cáo", atNoon[0], atNoon[1])
                        .code())
                .isZero();
        Map<String, byte[]> sealed = Tonghop.bytes(present.out().resolve("31"));
        // Under the release before, the last of two that came in together counted.
        present.send("input-samples/dak-nong/2023", "660.xlsx");
        present.send(
                Tonghop.ROOT.resolve("input-samples/dak-nong/2023/660.xlsx"),
                "660 b.xlsx",
                workbook -> workbook.getSheetAt(0).getRow(14).getCell(4).setCellValue(65));
        present.run("--now", "2024-01-03T12:00:00+07:00");
        present.sql(BACK_TO_THE_RELEASE_BEFORE + countingOfTheReleaseBefore());
        Arrivals.delete(present.out().resolve("31"));
        Arrivals.delete(present.out().resolve("67"));
        Tonghop.Ended ended = present.run("--now", "2024-01-04T12:00:00+07:00");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("660.xlsx: rejected", "660 b.xlsx: rejected", "2 reports written");
        Tonghop.assertSame(Tonghop.bytes(present.out().resolve("31")), sealed);
        assertThat(present.command("close", "2018-9M", "--verify").code()).isZero();
        assertThat(present.run("--now", "2024-01-04T12:00:00+07:00").said()).contains("nothing written");
    }
}
