/**
 * {@code index.html}: a report for people who would rather look than read, as one file that needs no network.
 *
 * <p>In: a report. Out: a page whose text, tables and first charts stand in the HTML itself, in Vietnamese and English;
 * the script in {@code page.js} adds the choice of language, search, filters and the way from a figure to its cells.
 * Words stand in {@code words_vi.properties} and {@code words_en.properties}. Nothing is computed here: figures are
 * shown as they are.
 */
@NullMarked
package tonghop.report.page;

import org.jspecify.annotations.NullMarked;
