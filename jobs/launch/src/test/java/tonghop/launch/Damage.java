package tonghop.launch;

import java.util.function.Predicate;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * One way in which sheets go wrong on their way to us.
 *
 * @param name what was done, to be read after 'a sheet'
 * @param hurt does it to one table; false if the table has nothing to do it to
 * @param isAllowedAt where a finding about it may be
 */
record Damage(String name, Hurt hurt, Predicate<@Nullable CellReference> isAllowedAt) {

    /** What does it. */
    @FunctionalInterface
    interface Hurt {
        boolean to(SampleTable table);
    }

    static Damage of(String name, Hurt hurt) {
        return new Damage(name, hurt, cell -> true);
    }

    @Override
    public String toString() {
        return name;
    }
}
