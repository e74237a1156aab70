/** A form as a workbook, blank to fill in with live checks, or filled one level up. */
@NullMarked
package tonghop.report.blank;

import org.jspecify.annotations.NullMarked;
