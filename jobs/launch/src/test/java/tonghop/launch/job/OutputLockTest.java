package tonghop.launch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.launch.HoldUntilInputEnds;
import tonghop.launch.Tonghop;
import tonghop.launch.console.Console;
import tonghop.launch.console.LockHeldException;

class OutputLockTest {

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void refuses_every_command_that_writes_there_while_another_home_does_and_waits_on_request() throws Exception {
        Tonghop tonghop = Tonghop.in(folder);
        Process other = HoldUntilInputEnds.start("output", tonghop.out());
        assertThat(tonghop.run()).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo(5);
            assertThat(refused.said())
                    .contains("đang ghi vào thư mục " + tonghop.out(), "is writing into the folder " + tonghop.out())
                    .contains("--wait", "--out");
        });
        assertThat(tonghop.rerun("--period", "2015-2020").code()).isEqualTo(5);
        assertThat(tonghop.rerun("--period", "2015-2020", "--as-of", "2026-01-01")
                        .code())
                .isEqualTo(5);
        assertThat(tonghop.command("close", "2015-2020", "--reason", "x").code())
                .isEqualTo(5);
        assertThat(tonghop.command("status").code()).as("which only reads").isZero();
        other.getOutputStream().close();
        assertThat(tonghop.run("--wait").code()).isZero();
    }

    @Test
    void is_free_when_the_process_that_had_it_was_killed() throws Exception {
        Process other = HoldUntilInputEnds.start("output", folder);
        other.destroyForcibly().waitFor();
        assertThat(during(Duration.ZERO)).isEqualTo("done");
    }

    @Test
    void is_held_against_others_of_the_same_process_too() throws Exception {
        Console console = new Console(new PrintWriter(said, true));
        OutputLock.during(
                () -> assertThatThrownBy(() -> during(Duration.ZERO)).isInstanceOf(LockHeldException.class),
                folder,
                Duration.ZERO,
                console);
        assertThat(during(Duration.ZERO)).isEqualTo("done");
    }

    @Test
    void is_waited_for_on_request() throws Exception {
        Console console = new Console(new PrintWriter(said, true));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Void> second = OutputLock.during(
                () -> {
                    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> addWhenFree("second", order));
                    order.add("first");
                    return waiting;
                },
                folder,
                Duration.ZERO,
                console);
        second.get(1, TimeUnit.MINUTES);
        assertThat(order).containsExactly("first", "second");
    }

    private void addWhenFree(String name, List<String> order) {
        try {
            OutputLock.during(() -> order.add(name), folder, null, new Console(new PrintWriter(said, true)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void is_done_without_where_the_folder_cannot_be_locked_and_that_is_told_once() throws Exception {
        Files.createDirectory(folder.resolve(OutputLock.NAME));
        assertThat(during(Duration.ZERO)).isEqualTo("done");
        assertThat(said.toString().lines()).hasSize(2);
        assertThat(said).asString().contains("Không khóa được thư mục " + folder, "cannot be locked");
    }

    @Test
    void is_no_arrival_where_the_output_is_an_inbox_and_leaves_nothing_there() throws Exception {
        Inbox inbox = Inbox.unnamed(folder);
        Files.createFile(folder.resolve(OutputLock.NAME));
        assertThat(OutputLock.during(
                                () -> inbox.contents(List.of()),
                                folder,
                                Duration.ZERO,
                                new Console(new PrintWriter(said)))
                        .files())
                .isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void is_held_by_one_at_a_time_though_each_takes_the_file_away() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> work = () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            return inside.decrementAndGet();
        };
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            all.add(CompletableFuture.runAsync(() -> {
                for (int time = 0; time < 50; time++) {
                    tryDuring(work);
                }
            }));
        }
        for (CompletableFuture<Void> one : all) {
            one.get(1, TimeUnit.MINUTES);
        }
        assertThat(most).hasValue(1);
    }

    private void tryDuring(Callable<Integer> work) {
        try {
            OutputLock.during(work, folder, Duration.ZERO, new Console(new PrintWriter(said, true)));
        } catch (LockHeldException e) {
            Thread.onSpinWait();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String during(Duration patience) throws Exception {
        return OutputLock.during(() -> "done", folder, patience, new Console(new PrintWriter(said, true)));
    }
}
