package tonghop.rollup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.rollup.TestDatabase;

class RunLockTest {

    private DataSource database;

    @BeforeEach
    void fresh_database() throws Exception {
        database = TestDatabase.freshForSeveral();
    }

    @Test
    void keeps_a_second_run_out_until_the_first_has_ended() throws Exception {
        try (RunLock first = RunLock.acquire(database, Duration.ZERO).orElseThrow()) {
            assertThat(first.epoch()).isEqualTo(1);
            assertThat(RunLock.acquire(database, Duration.ZERO)).isEmpty();
        }
        try (RunLock second = RunLock.acquire(database, Duration.ZERO).orElseThrow()) {
            assertThat(second.epoch()).isEqualTo(2);
        }
    }

    @Test
    void stops_a_run_that_has_been_taken_over() throws Exception {
        try (RunLock lock = RunLock.acquire(database, Duration.ZERO).orElseThrow()) {
            JdbcClient client = JdbcClient.create(database);
            lock.check(client);
            client.sql("update fence set epoch = epoch + 1").update();
            assertThatThrownBy(() -> lock.check(client)).isInstanceOf(LockLostException.class);
        }
    }
}
