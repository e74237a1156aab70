/**
 * The copy of a workbook that goes back to its sender, with what has to be mended marked in place.
 *
 * <p>In: the sender's file, and what was found in it. Out: the same workbook with a first sheet of ours, and a mark and
 * a note at each finding; everything else in it stays as it was, byte for byte. Nothing here checks figures, and
 * nothing goes through POI, whose user model drops what it does not know.
 */
@NullMarked
package tonghop.report.returned;

import org.jspecify.annotations.NullMarked;
