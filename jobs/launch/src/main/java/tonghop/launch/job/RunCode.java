package tonghop.launch.job;

import tonghop.catalogue.Catalogue;
import tonghop.domain.Sha256;
import tonghop.rollup.record.Seals;
import tonghop.rollup.store.StandingStore;
import tonghop.rollup.store.Withdrawals;

/** The id of a run: made from what went in, so that the same run has the same id everywhere. */
public record RunCode(
        Settings settings,
        RunState state,
        Catalogue catalogue,
        Seals seals,
        Withdrawals withdrawals,
        StandingStore standing) {

    private static final int LENGTH = 16;

    public String text() {
        StringBuilder input = new StringBuilder();
        input.append(Version.current()).append('\n').append(catalogue.digest()).append('\n');
        input.append(settings.unit()).append('\n').append(settings.periods()).append('\n');
        state.files()
                .all()
                .forEach(piece -> input.append(piece.file().name())
                        .append('\t')
                        .append(piece.file().copy().sha256())
                        .append('\n'));
        seals.all()
                .forEach(seal -> input.append(seal.period())
                        .append('\t')
                        .append(seal.digest())
                        .append('\n'));
        withdrawals
                .inForce()
                .forEach(content -> input.append("withdrawn\t").append(content).append('\n'));
        // Of two runs over the same files the one may stand on other nights.
        standing.lines().forEach(sheet -> input.append(sheet).append('\n'));
        return Sha256.of(input.toString()).substring(0, LENGTH);
    }
}
