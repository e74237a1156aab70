package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tonghop.domain.finding.FindingCode;

class BudgetTest {

    private static final Duration LITTLE = Duration.ofMillis(20);
    private static final Duration MUCH = Duration.ofHours(1);

    @Test
    void processor_time_above_the_limit_is_the_verdict_on_the_file() {
        Budget budget = new Budget(LITTLE, MUCH);
        assertThatThrownBy(whileWorking(budget))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo(FindingCode.TOO_SLOW));
    }

    @Test
    void time_in_which_the_machine_did_something_else_is_not() throws Exception {
        Budget budget = new Budget(LITTLE, MUCH);
        Thread.sleep(LITTLE.multipliedBy(3).toMillis());
        assertThatCode(budget::checkTime).doesNotThrowAnyException();
    }

    @Test
    void when_that_takes_for_ever_the_file_is_read_again() throws Exception {
        Budget budget = new Budget(MUCH, LITTLE);
        Thread.sleep(LITTLE.multipliedBy(3).toMillis());
        assertThatThrownBy(budget::checkTime)
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo(FindingCode.READ_AGAIN));
    }

    private static ThrowingCallable whileWorking(Budget budget) {
        return () -> {
            while (true) {
                budget.checkTime();
            }
        };
    }
}
