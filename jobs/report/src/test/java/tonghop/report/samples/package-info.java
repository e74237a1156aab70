/**
 * Programs that make the workbooks which the repository keeps: blank forms from drawings, and samples from tables.
 *
 * <p>{@link tonghop.report.samples.BlankForms} writes {@code templates/forms/*.xlsx},
 * {@link tonghop.report.samples.SampleSets} writes {@code input-samples/}. What they read are text files beside them,
 * meant to be changed by hand. Both write the same bytes every time; tests compare them with what is kept.
 */
@NullMarked
package tonghop.report.samples;

import org.jspecify.annotations.NullMarked;
