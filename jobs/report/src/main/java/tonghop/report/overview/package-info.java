/**
 * {@code tong-hop.xlsx}, the analyst's workbook, from a layout that belongs to the province.
 *
 * <p>A layout is an ordinary workbook. <code>{{unit}}</code> in a cell stands for a word or number about the report; a
 * row with <code>{{indicator.label}}</code> is repeated for every indicator; <code>{{column}}</code> and <code>
 * {{column.value}}</code> in the last column are repeated for every form, unit or period; a chart stands where <code>
 * {{chart:series}}</code> does, as large as the merged cells; the official forms come in for the sheet that holds
 * <code>{{form-sheets}}</code>. {@link tonghop.report.overview.LayoutVocabulary} has all the words.
 */
@NullMarked
package tonghop.report.overview;

import org.jspecify.annotations.NullMarked;
