package tonghop.launch.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tonghop.catalogue.Catalogue;
import tonghop.domain.time.Period;
import tonghop.launch.console.Console;
import tonghop.launch.console.LockHeldException;
import tonghop.launch.postgres.Database;
import tonghop.report.Layouts;
import tonghop.report.sheet.BrokenTemplateException;
import tonghop.rollup.store.RunLock;

/** The program put together around one database: starts jobs, one at a time. */
public final class Session implements AutoCloseable {

    /** Spring Batch keeps no more of a parameter. */
    private static final int MOST_OF_PARAMETER = 2_500;

    private final Settings settings;
    private final Catalogue catalogue;
    private final Database database;
    private final ConfigurableApplicationContext context;

    private Session(Settings settings, Catalogue catalogue, Database database, ConfigurableApplicationContext context) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.database = database;
        this.context = context;
    }

    /**
     * Starts the program.
     *
     * @param url of the database's server; absent: the embedded one
     * @throws BrokenTemplateException if the layout of a workbook or document has mistakes
     * @throws RuntimeException of the database if it does not answer
     */
    public static Session open(
            Settings settings,
            Catalogue catalogue,
            @Nullable String url,
            Map<String, String> environment,
            Console console) {
        Layouts layouts = layouts(catalogue);
        Database database = Database.open(url, settings.home(), environment);
        try {
            return new Session(settings, catalogue, database, started(settings, catalogue, layouts, database, console));
        } catch (RuntimeException | Error failure) {
            database.close();
            throw failure;
        }
    }

    private static ConfigurableApplicationContext started(
            Settings settings, Catalogue catalogue, Layouts layouts, Database database, Console console) {
        return new SpringApplicationBuilder(Stages.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(properties(settings.home(), database))
                .initializers(starting -> {
                    starting.getBeanFactory().registerSingleton("settings", settings);
                    starting.getBeanFactory().registerSingleton("catalogue", catalogue);
                    starting.getBeanFactory().registerSingleton("layouts", layouts);
                    starting.getBeanFactory().registerSingleton("console", console);
                })
                .run();
    }

    private static Layouts layouts(Catalogue catalogue) {
        try {
            return Layouts.read(catalogue.reports(), catalogue.definitions(), catalogue::blank);
        } catch (IOException e) {
            throw new UncheckedIOException("the layouts of reports", e);
        }
    }

    private static Map<String, Object> properties(Path home, Database database) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put(
                "logging.file.name", home.resolve("logs").resolve("tonghop.log").toString());
        return properties;
    }

    public RunState state() {
        return context.getBean(RunState.class);
    }

    public Tools tools() {
        return context.getBean(Tools.class);
    }

    public Settings settings() {
        return settings;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** The period that was asked for as {@code code}, which {@link Settings} have been checked for. */
    public Period period(String code) {
        return catalogue.definitions().calendar().find(code).orElseThrow();
    }

    /**
     * Does {@code work} under the lock that keeps runs over this database apart.
     *
     * @param patience how long to wait for another run; absent: for ever
     * @throws LockHeldException if another run still holds the lock
     */
    public <T> T underLock(@Nullable Duration patience, Callable<T> work) throws Exception {
        Optional<RunLock> lock = RunLock.acquire(context.getBean(DataSource.class), patience);
        if (lock.isEmpty()) {
            throw LockHeldException.byAnotherRun();
        }
        try (RunLock held = lock.get()) {
            state().hold(held);
            return work.call();
        }
    }

    /**
     * Does work that writes into the output folder, under that lock and under the folder's own.
     *
     * @param patience how long to wait for another run; absent: for ever
     * @throws LockHeldException if another run still holds one of them
     */
    public <T> T writing(@Nullable Duration patience, Callable<T> work) throws Exception {
        return underLock(patience, () -> writingAside(patience, work));
    }

    /** The same for work that leaves the database as it is. */
    public <T> T writingAside(@Nullable Duration patience, Callable<T> work) throws Exception {
        return OutputLock.during(work, settings.out(), patience, context.getBean(Console.class));
    }

    /**
     * Starts a job; the lock is held.
     *
     * @throws Exception what the job failed of
     */
    public void start(String job) throws Exception {
        JobParameters parameters = new JobParametersBuilder()
                .addString("attempt", Long.toString(state().number()))
                .addString("inboxes", shortened(settings.inboxes().toString()), false)
                .addString("out", shortened(settings.out().toString()), false)
                .addString("periods", shortened(String.join(", ", settings.periods())), false)
                .addString("unit", settings.unit() == null ? "" : settings.unit(), false)
                .addString("version", Version.current(), false)
                .toJobParameters();
        throwFailureOf(context.getBean(JobOperator.class).start(context.getBean(job, Job.class), parameters));
    }

    private static String shortened(String parameter) {
        return parameter.substring(0, Math.min(MOST_OF_PARAMETER, parameter.length()));
    }

    /** Does {@code work} in one transaction, if no other run has taken over; the lock is held. */
    public <T> T inTransaction(Supplier<T> work) {
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        return Objects.requireNonNull(transaction.execute(status -> {
            state().check();
            return work.get();
        }));
    }

    private static void throwFailureOf(JobExecution execution) throws Exception {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return;
        }
        List<Throwable> failures = execution.getAllFailureExceptions();
        if (failures.isEmpty()) {
            throw new JobExecutionException("the job ended with " + execution.getStatus());
        }
        // A step behind a partitioner fails of its own, and once more of being told so.
        Throwable cause = failures.stream()
                .filter(failure -> !(failure instanceof JobExecutionException))
                .findFirst()
                .orElse(failures.get(0));
        if (cause instanceof Exception failure) {
            throw failure;
        }
        throw new JobExecutionException("the job failed", cause);
    }

    @Override
    public void close() {
        try (database) {
            context.close();
        }
    }
}
