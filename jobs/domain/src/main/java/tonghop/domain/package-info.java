/**
 * What the figures mean: units, periods, forms, measures, submissions, findings and reports.
 *
 * <p>Everything here is an immutable value. Nothing here reads a file, knows a database or a framework: this module
 * depends on the JDK alone. Start with {@link tonghop.domain.form.Form}, {@link tonghop.domain.form.Submission} and
 * {@link tonghop.domain.report.Report}.
 */
@NullMarked
package tonghop.domain;

import org.jspecify.annotations.NullMarked;
