/**
 * Every rule: a sheet or a period in, findings out.
 *
 * <p>Start with {@link tonghop.validate.Rules}, which lists them. A rule over a sheet sees a submission; one over a
 * period asks a {@link tonghop.domain.report.PeriodView}, whoever answers. What the formulas of a form and the rules
 * among forms say stands in the catalogue; here is only how they are applied. Nothing is changed or left out: what
 * becomes of a submission with findings is for others to say.
 */
@NullMarked
package tonghop.validate;

import org.jspecify.annotations.NullMarked;
