package tonghop.spreadsheet;

import org.junit.jupiter.api.Tag;

/** The same in more rounds: 1000, or as many as {@code -Dfuzz.rounds} says. */
@Tag("thorough")
class LongFuzzTest extends FuzzTest {

    @Override
    int rounds() {
        return Integer.getInteger("fuzz.rounds", 1000);
    }
}
