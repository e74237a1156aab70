package tonghop.domain.report;

import java.util.List;
import tonghop.domain.Require;
import tonghop.domain.report.Report.Coverage;

/**
 * How many of the (unit, form) pairs that are owed were sent.
 *
 * @param late among the accepted, those that came in first after the deadline; 0 where the catalogue has no deadline
 */
public record Completeness(int expected, int accepted, int rejected, int missing, int late) {

    public Completeness {
        Require.that(
                expected == accepted + rejected + missing,
                "expected %d is not accepted %d + rejected %d + missing %d",
                expected,
                accepted,
                rejected,
                missing);
    }

    /** How many of {@code pairs} were sent. */
    public static Completeness of(List<Coverage> pairs) {
        return new Completeness(
                pairs.size(),
                count(pairs, Coverage.State.ACCEPTED),
                count(pairs, Coverage.State.REJECTED),
                count(pairs, Coverage.State.MISSING),
                (int) pairs.stream().filter(Coverage::isLate).count());
    }

    private static int count(List<Coverage> pairs, Coverage.State state) {
        return (int) pairs.stream().filter(pair -> pair.state() == state).count();
    }
}
