/**
 * Which figures stand out so far that they ask for an explanation, by methods made for counts and for rates of small
 * units.
 *
 * <p>In: a count with the same unit's counts of earlier periods, or a rate with those of its siblings. Out: how far and
 * which way it stands out, if it does. What is not done here: reading the past, and wording what was found.
 *
 * <p>One figure in a hundred thousand at most is told without cause ({@link tonghop.validate.unusual.Unusual#LEVEL}),
 * so that less than one is expected in a report of 230 units and 400 measures. All sums are in a fixed order and all
 * functions those of {@code StrictMath}: every machine decides the same.
 */
@NullMarked
package tonghop.validate.unusual;

import org.jspecify.annotations.NullMarked;
