package tonghop.rollup;

import org.junit.jupiter.api.Tag;

/** The same with more of them than there are: 100, or as many as {@code -Dtonghop.provinces} says. */
@Tag("thorough")
class ManyProvincesTest extends ReferenceRollUpTest {

    @Override
    int howMany() {
        return Integer.getInteger("tonghop.provinces", 100);
    }
}
