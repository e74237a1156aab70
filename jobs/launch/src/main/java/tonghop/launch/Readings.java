package tonghop.launch;

import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.catalogue.Catalogue;
import tonghop.rollup.SubmissionStore.Reading;

/** Names the readings of this run: a file, read under this catalogue by this version. */
record Readings(Catalogue catalogue, JdbcClient database) {

    Reading of(RunState.Taken file) {
        return new Reading(file.name(), file.copy().sha256(), catalogue.digest(), Version.current());
    }
}
