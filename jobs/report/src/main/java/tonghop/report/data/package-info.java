/** Reports for machines: JSON and CSV. */
@NullMarked
package tonghop.report.data;

import org.jspecify.annotations.NullMarked;
