/**
 * Submissions in, findings out: what must hold inside one sheet.
 *
 * <p>Start with {@link tonghop.validate.Rules}. The formulas themselves stand in the forms' definitions; here is only
 * how they are applied. Nothing is changed or left out: what becomes of a submission with findings is for others to
 * say.
 */
@NullMarked
package tonghop.validate;

import org.jspecify.annotations.NullMarked;
