package tonghop.launch.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.catalogue.Catalogue;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.Trouble;
import tonghop.report.Basis;
import tonghop.report.ReportFolder;
import tonghop.rollup.store.SqlFile;

/**
 * The reports of a run and what came of each. They are rows, so that it is all the same which thread or process writes
 * the next.
 *
 * @param run its fencing number
 */
public record RunReports(JdbcClient database, long run) {

    private static final String PUT = SqlFile.read(RunReports.class, "put_run_report.sql");
    private static final String CLAIM = SqlFile.read(RunReports.class, "claim_run_report.sql");
    private static final String WRITTEN = SqlFile.read(RunReports.class, "written_reports.sql");
    private static final String FAILED = SqlFile.read(RunReports.class, "failed_reports.sql");
    private static final String KEPT = SqlFile.read(RunReports.class, "kept_files.sql");

    /** What came of a folder. */
    enum Result {
        UP_TO_DATE,
        WRITTEN,
        FAILED,
        /** A swap that a killed run left half done was ended. */
        PUT_RIGHT,
        /** Of a closed period, and not there as it was closed. */
        BROKEN,
        /** Of a closed period, and written again as it was closed. */
        RESTORED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A report of the run.
     *
     * @param submissions a digest of the sheets that it stands on; absent in a closed period
     * @param result absent while it is due
     * @param trouble why it failed
     */
    record Piece(
            String unit,
            String period,
            @Nullable String submissions,
            @Nullable Result result,
            @Nullable Trouble trouble) {

        /** Its folder, relative to the output folder. */
        String folder() {
            return unit + "/" + period;
        }

        /** The same folder as one to write into; the period is open. */
        ReportFolder in(Path out, Catalogue catalogue) {
            String standsOn = Objects.requireNonNull(submissions, "of a closed period nothing is written anew");
            return new ReportFolder(out, new Basis(unit, period, Version.current(), catalogue.digest(), standsOn));
        }

        boolean isDue() {
            return result == null;
        }

        Piece as(Result found) {
            return new Piece(unit, period, submissions, found, null);
        }

        Piece failed(Trouble why) {
            return new Piece(unit, period, submissions, Result.FAILED, why);
        }
    }

    /**
     * A report that was not written, for no fault of its data.
     *
     * @param report its folder, relative to the output folder; of a period whose roll-up failed, the period
     * @param of the period; absent of a folder that is no report's
     * @param what the kind of the cause and its message
     */
    public record Failed(String report, @Nullable String of, String what) {

        /** Whether a report of {@code period} is lacking by it. */
        public boolean isOf(String period) {
            return period.equals(of) || period.equals(report);
        }
    }

    void add(Piece report) {
        put(report.folder(), report, report.result(), null, report.trouble());
    }

    /** Takes the next report that has to be written; nobody else gets it. */
    Optional<Piece> claim(String by) {
        return database.sql(CLAIM)
                .param("run", run)
                .param("by", by)
                .query((row, number) -> new Piece(
                        row.getString("unit"), row.getString("period"), row.getString("submissions"), null, null))
                .optional();
    }

    /**
     * Notes what came of a folder.
     *
     * @param kept files that somebody had edited, under the names by which they were kept
     */
    void settle(String folder, Result result, List<Path> kept) {
        put(folder, null, result, kept.stream().map(Path::toString).toArray(String[]::new), null);
    }

    /** Notes that the report in {@code folder} could not be written; the next run tries again. */
    public void fail(String folder, Trouble trouble) {
        put(folder, null, Result.FAILED, null, trouble);
    }

    private void put(
            String folder,
            @Nullable Piece report,
            @Nullable Result result,
            String @Nullable [] kept,
            @Nullable Trouble trouble) {
        database.sql(PUT)
                .param("run", run)
                .param("folder", folder)
                .param("unit", report == null ? null : report.unit())
                .param("period", report == null ? null : report.period())
                .param("submissions", report == null ? null : report.submissions())
                .param("result", result == null ? null : result.code())
                .param("kept", kept)
                .param("trouble", trouble == null ? null : trouble.what())
                .param("exit_code", (trouble == null ? ExitCode.DONE : trouble.code()).number())
                .update();
    }

    /** How many are still to be written. */
    int due() {
        return database.sql("select count(*) from run_report where run = ? and result is null")
                .param(run)
                .query(Integer.class)
                .single();
    }

    /** The folders of all reports that there are, relative to the output folder. */
    public List<String> all() {
        return texts("select folder from run_report where run = :run and unit is not null order by position");
    }

    /** Those that were written in this run. */
    public List<String> written() {
        return texts(WRITTEN);
    }

    /** Those of each closed period that are not there as they were closed, by its code. */
    Map<String, List<String>> broken() {
        Map<String, List<String>> broken = new LinkedHashMap<>();
        database.sql("select period, folder from run_report where run = ? and result = 'broken' order by position")
                .param(run)
                .query(row -> {
                    broken.computeIfAbsent(row.getString("period"), period -> new ArrayList<>())
                            .add(row.getString("folder"));
                });
        return broken;
    }

    private List<String> texts(String statement) {
        return database.sql(statement).param("run", run).query(String.class).list();
    }

    /** Files that somebody had edited, under the names by which they were kept. */
    public List<String> kept() {
        return texts(KEPT);
    }

    /** Those that could not be written; the next run tries again. */
    public List<Failed> failed() {
        return database.sql(FAILED)
                .param("run", run)
                .query((row, number) ->
                        new Failed(row.getString("folder"), row.getString("period"), row.getString("trouble")))
                .list();
    }
}
