package tonghop.domain.form;

import java.util.Locale;

/** What kind of number a measure is, and with it how it may be combined over units and over time. */
public enum Nature {
    /** Happened during the period: adds over units and over disjoint periods. */
    FLOW(true, OverTime.SUM),
    /** Carried over from the period before: adds over units, the first value counts over time. */
    OPENING_STOCK(true, OverTime.FIRST),
    /** As of the period's end: adds over units, the last value counts over time. */
    CLOSING_STOCK(true, OverTime.LAST),
    /** An order among units; never combined. */
    RANK(false, OverTime.NONE),
    /** Intended or expected: adds over units, the last statement counts over time. */
    PLAN(true, OverTime.LAST),
    /** A rate that a unit states, in per cent; never combined. */
    DECLARED(false, OverTime.NONE),
    /** An amount in the measure's own currency: adds over units and over disjoint periods. */
    MONEY(true, OverTime.SUM);

    /** How values of successive periods combine. */
    public enum OverTime {
        SUM,
        FIRST,
        LAST,
        NONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final boolean adds;
    private final OverTime overTime;

    Nature(boolean adds, OverTime overTime) {
        this.adds = adds;
        this.overTime = overTime;
    }

    /** Whether values of disjoint units add up, unless the measure says otherwise. */
    public boolean adds() {
        return adds;
    }

    /** How values of successive periods combine, unless the measure says otherwise. */
    public OverTime overTime() {
        return overTime;
    }

    /** Whether 'nothing to report' is nought of it: of what is counted, and of no rate, rank or plan. */
    public boolean hasNought() {
        return switch (this) {
            case FLOW, OPENING_STOCK, CLOSING_STOCK, MONEY -> true;
            case RANK, PLAN, DECLARED -> false;
        };
    }

    /** The word used in the catalogue, such as {@code closing-stock}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
