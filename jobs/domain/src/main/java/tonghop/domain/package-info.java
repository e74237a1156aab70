/**
 * What the figures mean: units, periods, forms, measures, submissions, findings and reports.
 *
 * <p>Everything here is an immutable value. Nothing here reads a file, knows a database or a framework: this module
 * depends on the JDK alone. Start with {@link tonghop.domain.Form}, {@link tonghop.domain.Submission} and
 * {@link tonghop.domain.Report}.
 */
@NullMarked
package tonghop.domain;

import org.jspecify.annotations.NullMarked;
