/**
 * Figures kept, summed and walked back: submissions in the database, and the roll-up of a period over its units.
 *
 * <p>{@link tonghop.rollup.store.SubmissionStore} keeps what was read, {@link tonghop.rollup.sum.RollUp} adds it up,
 * {@link tonghop.rollup.report.Reports} makes the report of a unit and period from both. Units are added up in the
 * {@code .sql} files, periods and restatements in {@code sum}. Everything expects the schema of {@code db/migration}.
 */
@NullMarked
package tonghop.rollup;

import org.jspecify.annotations.NullMarked;
