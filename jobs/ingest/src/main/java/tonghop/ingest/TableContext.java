package tonghop.ingest;

import java.util.Optional;
import tonghop.domain.unit.Unit;
import tonghop.ingest.text.StatedPeriod;

/** What the tables above one in the same sheet said of sender and period, which hold on where it is silent. */
record TableContext(Optional<Unit> sender, Optional<StatedPeriod> period) {

    static final TableContext NONE = new TableContext(Optional.empty(), Optional.empty());
}
