package tonghop.domain;

/**
 * How many of the (unit, form) pairs that are owed were sent.
 *
 * @param late among the accepted; 0 where the catalogue has no deadline
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
}
