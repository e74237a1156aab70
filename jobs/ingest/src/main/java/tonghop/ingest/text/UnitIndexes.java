package tonghop.ingest.text;

import java.util.LinkedHashMap;
import java.util.Map;
import tonghop.domain.form.Definitions;
import tonghop.domain.time.Period;

/**
 * The units of the periods that are being read, and their names, made once for many sheets: a country has fourteen
 * thousand units and sends tens of thousands of sheets for the same few periods. May be asked by several threads.
 */
public final class UnitIndexes {

    /** A country's index takes some megabytes, and an inbox rarely holds more periods at a time than a year has. */
    static final int MOST_KEPT = 20;

    private static final float LOAD = 0.75f;

    private final Definitions definitions;
    private final Map<Period, UnitNames.Index> latest = new LinkedHashMap<>(2 * MOST_KEPT, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Period, UnitNames.Index> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public UnitIndexes(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Of the units that report for {@code period}; the same object each time while it is kept. */
    public synchronized UnitNames.Index of(Period period) {
        return latest.computeIfAbsent(
                period, key -> new UnitNames.Index(definitions.unitsOf(key), definitions.words()));
    }
}
