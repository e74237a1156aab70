package tonghop.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Everything that can be wrong, or odd, with what a unit sends or does not send.
 *
 * <p>Each has its wording in {@code tonghop/catalogue/findings_vi.properties} and {@code findings_en.properties}, under
 * its {@link #code}.
 */
public enum FindingCode {
    /** A damaged file, such as one that was cut off on its way. */
    UNREADABLE_FILE(Severity.ERROR),
    /** A PDF, a picture, a text: nothing with cells. */
    NOT_A_SPREADSHEET(Severity.ERROR),
    /** A web page that was named like a workbook, as old systems export. */
    WEB_PAGE(Severity.ERROR),
    /** A workbook of Excel 95 or older. */
    OLD_WORKBOOK(Severity.ERROR),
    /** A workbook in Excel's binary format (.xlsb). */
    BINARY_WORKBOOK(Severity.ERROR),
    /** A text file in which a quotation mark is never closed. */
    UNCLOSED_QUOTE(Severity.ERROR),
    /** A text file in an encoding that cannot be told. */
    UNKNOWN_ENCODING(Severity.ERROR),
    /** A line of a .json that is not one of the tidy layout. */
    MALFORMED_LINE(Severity.ERROR),
    /** A zip within a zip within a zip, or one that unpacks to more than is taken. */
    ARCHIVE_REFUSED(Severity.ERROR),
    /** Locked with a password. */
    PASSWORD_PROTECTED(Severity.ERROR),
    /** More bytes, sheets or rows than is read. */
    TOO_LARGE(Severity.ERROR),
    /** Reading it would take longer than a file may take. */
    TOO_SLOW(Severity.ERROR),
    /** The machine lacked time, memory or disk to read it; nothing is said about the file. */
    READ_AGAIN(Severity.ERROR),
    /** No form of the catalogue is recognised in a file or sheet. */
    UNKNOWN_FORM(Severity.ERROR),
    /** A sheet beside recognised ones holds something that is no form. */
    SHEET_IGNORED(Severity.WARNING),
    /** A part of the file that holds no figures, such as a picture or a macro, is damaged. */
    DAMAGED_PART(Severity.WARNING),
    /** The sending unit, or the unit of a row, is not in the registry on the period's last day. */
    UNKNOWN_UNIT(Severity.ERROR),
    /** A name that is no unit's, but nearly one's: a question, never an answer. */
    SIMILAR_UNIT(Severity.ERROR),
    /** A name that several units bear. */
    AMBIGUOUS_UNIT(Severity.ERROR),
    /** File name and content name different units. */
    UNIT_SIGNS_DISAGREE(Severity.WARNING),
    /** Above the table stands the title of another form too. */
    FORM_SIGNS_DISAGREE(Severity.WARNING),
    /** Dates, headings and names speak of different periods. */
    PERIOD_SIGNS_DISAGREE(Severity.WARNING),
    /** The sheet states no period; that of the file's or folder's name was taken. */
    PERIOD_OF_NAME(Severity.WARNING),
    /** No period is stated. */
    UNKNOWN_PERIOD(Severity.ERROR),
    /** The stated dates are not those of the period that they are nearest to, or that the sheet names. */
    OTHER_DATES(Severity.WARNING),
    /** The stated dates are no period of the calendar, nor near one. */
    PERIOD_OUTSIDE_CALENDAR(Severity.ERROR),
    /** The form was not in force in the period. */
    FORM_NOT_IN_FORCE(Severity.ERROR),
    /** The row with the column numbers is missing, or a column of the form. */
    COLUMN_MISSING(Severity.ERROR),
    /** The heading above a column is that of another column. */
    HEADING_DIFFERS(Severity.ERROR),
    /** The heading above a column is not the form's. */
    HEADING_UNKNOWN(Severity.WARNING),
    /** The row of column numbers is missing; the columns were found by their headings. */
    COLUMNS_BY_HEADING(Severity.INFO),
    /** The table has no row with data. */
    NO_ROWS(Severity.ERROR),
    /** Figures stand under the notes or signatures that end the table. */
    FIGURES_BELOW_TABLE(Severity.ERROR),
    /** Rows or columns with figures are hidden. */
    HIDDEN_CELLS(Severity.WARNING),
    /** A hidden sheet is a form too; it is not read. */
    HIDDEN_SHEET(Severity.INFO),
    /** Two sheets of one file are the same form of the same unit and period, with different figures. */
    DUPLICATE_SHEET(Severity.ERROR),
    /** A sheet says the same as another of its file. */
    REPEATED_SHEET(Severity.WARNING),
    /** Text, a date or a logical value where a number belongs. */
    NOT_A_NUMBER(Severity.ERROR),
    /** '1.234', which may be thousands or decimals. */
    AMBIGUOUS_NUMBER(Severity.ERROR),
    /** 0.98 that is not shown as per cent: 0.98 % or 98 %. */
    AMBIGUOUS_RATE(Severity.ERROR),
    /** A rate above 100 %. */
    RATE_ABOVE_HUNDRED(Severity.WARNING),
    /** A formula had no stored value and was computed by us. */
    FORMULA_COMPUTED(Severity.INFO),
    /** A value comes from another workbook. */
    LINKED_VALUE(Severity.WARNING),
    /** Text in an old encoding (TCVN3, VNI) was converted. */
    TEXT_CONVERTED(Severity.INFO),
    /** An error value such as #REF!, or a formula that cannot be computed. */
    BROKEN_FORMULA(Severity.ERROR),
    /** A fraction where only whole numbers can be. */
    NOT_WHOLE(Severity.ERROR),
    /** Nothing that is counted can be below zero. */
    NEGATIVE_VALUE(Severity.ERROR),
    /** A declared rate beyond what a rate can be. */
    IMPOSSIBLE_RATE(Severity.ERROR),
    /** A text that is not among those that the column allows. */
    UNKNOWN_TEXT(Severity.ERROR),
    /** Two rows speak of the same unit. */
    DUPLICATE_ROW(Severity.ERROR),
    /** A printed formula of the form does not hold. */
    RULE_BROKEN(Severity.ERROR),
    /** A total or subtotal is not the sum of its rows. */
    TOTAL_DIFFERS(Severity.ERROR),
    /** A row that is not called a total is the sum of others. */
    LOOKS_LIKE_TOTAL(Severity.WARNING),
    /** A stated rate was cut off instead of rounded. */
    RATE_CUT_OFF(Severity.INFO),
    /** A stated rate is not the ratio of the stated counts. */
    RATE_DIFFERS(Severity.WARNING),
    /** A unit's own file and the row about it in its parent's file differ; the own file counts. */
    PARENT_ROW_DIFFERS(Severity.WARNING),
    /** A unit's own total differs from the sum of what its children sent; the sum counts. */
    OWN_TOTAL_DIFFERS(Severity.WARNING),
    /** A form sent for a period disagrees with the same form sent for the finer periods in it. */
    PERIODS_DIFFER(Severity.WARNING),
    /** What a period carried over from the one before is not what was left at that one's end. */
    OPENING_BALANCE_DIFFERS(Severity.WARNING),

    /** Two forms of the same unit and period break a rule of the catalogue. */
    FORMS_DISAGREE(Severity.WARNING),
    /** Another file for the same form, unit and period came later. */
    SUPERSEDED(Severity.INFO),
    /** Two numbers of a figure differ in one digit alone. */
    LOOK_ALIKE(Severity.WARNING),
    /** The parts of a figure, rounded as they are shown, come to another sum than the figure; the exact ones add up. */
    PARTS_DO_NOT_ADD_UP(Severity.INFO),
    /** A count is far from those of the same unit's earlier periods. */
    UNUSUAL_COUNT(Severity.WARNING),
    /** A rate is far from those of the units beside it. */
    UNUSUAL_RATE(Severity.WARNING),
    /** Every figure of a form is that of the period before. */
    COPIED_FROM_LAST_PERIOD(Severity.WARNING),
    /** A unit sent other forms but not this one. */
    MISSING_FORM(Severity.WARNING),
    /** A unit sent none of the forms that it owes. */
    SILENT_UNIT(Severity.WARNING),
    /** A blank form uses a column number twice. */
    BLANK_NUMBER_TWICE(Severity.WARNING),
    /** The column numbers of a blank form leave one out, or are out of order. */
    BLANK_NUMBER_SKIPPED(Severity.WARNING),
    /** Two columns of a blank form have the same headings. */
    BLANK_LABEL_TWICE(Severity.WARNING),
    /** A printed formula cannot be read. */
    BLANK_FORMULA_UNREADABLE(Severity.WARNING),
    /** A printed formula names a column that the form lacks. */
    BLANK_FORMULA_NO_COLUMN(Severity.WARNING),
    /** A printed formula adds up the column that it stands at. */
    BLANK_FORMULA_OF_ITSELF(Severity.WARNING),
    /** A printed formula over another group stands at a column that is a part. */
    BLANK_FORMULA_OF_A_PART(Severity.WARNING),
    /** A printed formula adds a part of a sum where the sum itself fits. */
    BLANK_FORMULA_PARTS(Severity.WARNING),
    /** A line of a list of units lacks a code or a name, or has one that cannot be. */
    UNITS_LINE_UNREADABLE(Severity.ERROR),
    /** A conversion table does not say whether all of a commune went over, or a part. */
    UNITS_EXTENT_UNKNOWN(Severity.WARNING),
    /** A name without its kind, such as 'Quảng Trị'. */
    UNITS_KIND_MISSING(Severity.WARNING),
    /** A list and the registry, or two lines, name one unit differently. */
    UNITS_NAME_DIFFERS(Severity.WARNING),
    /** One unit is spelled in two ways. */
    UNITS_TWO_SPELLINGS(Severity.INFO),
    /** A list puts a unit below another one than the registry or an earlier line. */
    UNITS_PARENT_DIFFERS(Severity.WARNING),
    /** The unit above is nowhere; the unit was left out. */
    UNITS_PARENT_UNKNOWN(Severity.ERROR),
    /** The registry has a unit that the list lacks. */
    UNITS_NOT_LISTED(Severity.WARNING),
    /** A unit ended, and nothing says who took over. */
    UNITS_NO_SUCCESSOR(Severity.WARNING),
    /** A commune went over as a whole, and in part elsewhere. */
    UNITS_WHOLE_AND_PART(Severity.WARNING),
    /** A part of a commune went over; where the rest went is not said. */
    UNITS_PART_ALONE(Severity.WARNING),
    /** The registry knows other successors. */
    UNITS_SUCCESSORS_DIFFER(Severity.WARNING),
    /** A code now means another unit. */
    UNITS_CODE_REUSED(Severity.INFO);

    private static final Set<FindingCode> OF_UNREADABLE_FILES = EnumSet.range(UNREADABLE_FILE, TOO_SLOW);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    /** Whether nothing at all could be read of the file. */
    public boolean isOfUnreadableFile() {
        return OF_UNREADABLE_FILES.contains(this);
    }

    /** How much it weighs unless a form's definition says otherwise. */
    public Severity severity() {
        return severity;
    }

    /** The word used in outputs, such as {@code not-a-number}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the word that {@link #code} writes.
     *
     * @throws IllegalArgumentException if {@code code} names no finding
     */
    public static FindingCode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
