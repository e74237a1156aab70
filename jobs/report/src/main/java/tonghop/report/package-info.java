/**
 * From totals to what people and machines read: workbooks, documents, pages, JSON and CSV.
 *
 * <p>The same report written twice is the same bytes. Nothing here computes a total or knows a database.
 */
@NullMarked
package tonghop.report;

import org.jspecify.annotations.NullMarked;
