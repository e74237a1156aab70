package tonghop.launch.job;

import tonghop.catalogue.Catalogue;
import tonghop.rollup.store.SubmissionStore.Reading;

/** Names the readings of this run: a file, read under this catalogue by this version. */
public record Readings(Catalogue catalogue) {

    public Reading of(RunState.Taken file) {
        return new Reading(file.name(), file.copy().sha256(), catalogue.digest(), Version.current());
    }
}
