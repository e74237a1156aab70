/**
 * The report as a document to be signed, from a Word file that the province edits.
 *
 * <p>In: a report and the documents in {@code templates/reports/}, in which every number is a placeholder for a figure.
 * Out: the same documents with the figures in them; everything else in them stays as it is. A sentence whose figure is
 * missing is left out. Nothing here computes a figure, and no wording of a report stands in code: it is in the
 * template.
 */
@NullMarked
package tonghop.report.document;

import org.jspecify.annotations.NullMarked;
