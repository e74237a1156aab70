package tonghop.domain.finding;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be wrong, or odd, with what a unit sends or does not send.
 *
 * <p>Each declares the facts that it says, and has its wording in {@code tonghop/catalogue/findings_vi.properties} and
 * {@code findings_en.properties}, under its {@link #code}; beside them, {@code rules_vi.properties} and
 * {@code rules_en.properties} say what is checked and why, for {@code docs/rules.md}.
 */
public enum FindingCode {
    /** A damaged file, such as one that was cut off on its way. */
    UNREADABLE_FILE(Severity.ERROR, Fact.PART),
    /** A PDF, a picture, a text: nothing with cells. */
    NOT_A_SPREADSHEET(Severity.ERROR, Fact.KIND),
    /** A web page that was named like a workbook, as old systems export. */
    WEB_PAGE(Severity.ERROR),
    /** A link, or a document of a program whose files nobody else can open. */
    OTHER_PROGRAM(Severity.ERROR, Fact.PROGRAM),
    /** A workbook of Excel 95 or older. */
    OLD_WORKBOOK(Severity.ERROR),
    /** A workbook in Excel's binary format (.xlsb). */
    BINARY_WORKBOOK(Severity.ERROR),
    /** A text file in which a quotation mark is never closed. */
    UNCLOSED_QUOTE(Severity.ERROR, Fact.LINE),
    /** A text file in an encoding that cannot be told. */
    UNKNOWN_ENCODING(Severity.ERROR),
    /** A line of a .json that is not one of the tidy layout. */
    MALFORMED_LINE(Severity.ERROR, Fact.POINTER, Fact.FIELD),
    /** A zip within a zip within a zip, or one that unpacks to more than is taken. */
    ARCHIVE_REFUSED(Severity.ERROR, Fact.SEEN, Fact.LIMIT),
    /** Locked with a password. */
    PASSWORD_PROTECTED(Severity.ERROR),
    /** More bytes, sheets or rows than is read. */
    TOO_LARGE(Severity.ERROR, Fact.SEEN, Fact.LIMIT),
    /** Reading it would take longer than a file may take. */
    TOO_SLOW(Severity.ERROR, Fact.SEEN, Fact.LIMIT),
    /** The machine lacked time, memory or disk to read it; nothing is said about the file. */
    READ_AGAIN(Severity.ERROR, Fact.SEEN, Fact.LIMIT),
    /** No form of the catalogue is recognised in a file or sheet. */
    UNKNOWN_FORM(Severity.ERROR, null, Fact.NEAREST),
    /** A sheet beside recognised ones holds something that is no form. */
    SHEET_IGNORED(Severity.WARNING, Fact.SHEET, Fact.NEAREST),
    /** A part of the file that holds no figures, such as a picture or a macro, is damaged. */
    DAMAGED_PART(Severity.WARNING, Fact.PART),
    /** The sending unit, or the unit of a row, is not in the registry on the period's last day. */
    UNKNOWN_UNIT(Severity.ERROR, Fact.NAME, Fact.WITHIN),
    /** A name that is no unit's, but nearly one's: a question, never an answer. */
    SIMILAR_UNIT(Severity.ERROR, Fact.NAME, Fact.CANDIDATES),
    /** A name that several units bear. */
    AMBIGUOUS_UNIT(Severity.ERROR, Fact.NAME, Fact.CANDIDATES),
    /** File name and content name different units. */
    UNIT_SIGNS_DISAGREE(Severity.WARNING, Fact.OTHER_UNIT, Fact.UNIT),
    /** Above the table stands the title of another form too. */
    FORM_SIGNS_DISAGREE(Severity.WARNING, Fact.TITLE, Fact.FORM),
    /** Dates, headings and names speak of different periods. */
    PERIOD_SIGNS_DISAGREE(Severity.WARNING, Fact.OTHER_SIGN, Fact.SIGN, Fact.OTHER_PERIOD, Fact.PERIOD),
    /** The sheet states no period; that of the file's or folder's name was taken. */
    PERIOD_OF_NAME(Severity.WARNING, Fact.SIGN, Fact.PERIOD),
    /** No period is stated. */
    UNKNOWN_PERIOD(Severity.ERROR, Fact.PERIOD),
    /** The stated dates are not those of the period that they are nearest to, or that the sheet names. */
    OTHER_DATES(Severity.WARNING, Fact.DATES, Fact.PERIOD),
    /** The stated dates are no period of the calendar, nor near one. */
    PERIOD_OUTSIDE_CALENDAR(Severity.ERROR, Fact.DATES, Fact.NEAREST),
    /** The form was not in force in the period. */
    FORM_NOT_IN_FORCE(Severity.ERROR, Fact.FORM, Fact.BASIS),
    /** The row with the column numbers is missing, or a column of the form. */
    COLUMN_MISSING(Severity.ERROR, Fact.COLUMN, Fact.LABEL),
    /** The heading above a column is that of another column. */
    HEADING_DIFFERS(Severity.ERROR, Fact.COLUMN, Fact.OTHER_COLUMN, Fact.HEADING),
    /** The heading above a column is not the form's. */
    HEADING_UNKNOWN(Severity.WARNING, Fact.COLUMN, Fact.LABEL, Fact.HEADING),
    /** The row of column numbers is missing; the columns were found by their headings. */
    COLUMNS_BY_HEADING(Severity.INFO),
    /** The table has no row with data. */
    NO_ROWS(Severity.ERROR),
    /** Figures stand under the notes or signatures that end the table. */
    FIGURES_BELOW_TABLE(Severity.ERROR),
    /** Rows or columns with figures are hidden. */
    HIDDEN_CELLS(Severity.WARNING, Fact.CELLS),
    /** A hidden sheet is a form too; it is not read. */
    HIDDEN_SHEET(Severity.INFO, Fact.SHEET),
    /** Two sheets of one file are the same form of the same unit and period, with different figures. */
    DUPLICATE_SHEET(Severity.ERROR, Fact.SHEET),
    /** A sheet says the same as another of its file. */
    REPEATED_SHEET(Severity.WARNING, Fact.SHEET),
    /** Text, a date or a logical value where a number belongs. */
    NOT_A_NUMBER(Severity.ERROR, Fact.TEXT, Fact.MEANT),
    /** '1.234', which may be thousands or decimals. */
    AMBIGUOUS_NUMBER(Severity.ERROR, Fact.TEXT, Fact.MEANT, Fact.OTHERWISE),
    /** 0.98 that is not shown as per cent: 0.98 % or 98 %. */
    AMBIGUOUS_RATE(Severity.ERROR, Fact.TEXT, Fact.MEANT),
    /** A rate above 100 %. */
    RATE_ABOVE_HUNDRED(Severity.WARNING, Fact.TEXT),
    /** A formula had no stored value and was computed by us. */
    FORMULA_COMPUTED(Severity.INFO, Fact.COUNT),
    /** A value comes from another workbook. */
    LINKED_VALUE(Severity.WARNING, Fact.TEXT),
    /** The cell shows another number than it holds, or another number and words. */
    SHOWN_DIFFERS(Severity.ERROR, Fact.CANDIDATES, null, Fact.TEXT),
    /** A mark beside a number reads as one of its digits. */
    RAISED_DIGITS(Severity.ERROR, Fact.CANDIDATES, null, Fact.TEXT),
    /** A number is crossed out, or a part of it. */
    STRUCK_OUT(Severity.ERROR, Fact.CANDIDATES, null, Fact.TEXT),
    /** A number that can hardly be meant as it stands: '0.250' of a count, a rate of 980 %. */
    DOUBTFUL_NUMBER(Severity.ERROR, Fact.CANDIDATES, null, Fact.TEXT),
    /** One number stands over several rows or columns of figures. */
    MERGED_FIGURES(Severity.ERROR, Fact.TEXT, null, Fact.CELLS),
    /** A value lies under cells that are merged, where nobody sees it. */
    UNDER_MERGE(Severity.WARNING, Fact.TEXT, null, Fact.CELLS),
    /** A formula gives another number than the one stored and shown. */
    STALE_FORMULA(Severity.WARNING, Fact.STATED, Fact.COMPUTED),
    /** Text in an old encoding (TCVN3, VNI) was converted. */
    TEXT_CONVERTED(Severity.INFO, Fact.TEXT),
    /** An error value such as #REF!, or a formula that cannot be computed. */
    BROKEN_FORMULA(Severity.ERROR, Fact.TEXT),
    /** A fraction where only whole numbers can be. */
    NOT_WHOLE(Severity.ERROR, Fact.TEXT, Fact.MEANT, Fact.UNIT_OF_COUNT),
    /** Nothing that is counted can be below zero. */
    NEGATIVE_VALUE(Severity.ERROR, Fact.TEXT),
    /** A declared rate beyond what a rate can be. */
    IMPOSSIBLE_RATE(Severity.ERROR, Fact.TEXT, Fact.LIMIT),
    /** A text that is not among those that the column allows. */
    UNKNOWN_TEXT(Severity.ERROR, Fact.TEXT, Fact.CANDIDATES),
    /** Two rows speak of the same unit. */
    DUPLICATE_ROW(Severity.ERROR, Fact.NAME, Fact.ROW),
    /** A printed formula of the form does not hold. */
    RULE_BROKEN(Severity.ERROR, Fact.LEFT, Fact.RIGHT, Fact.RULE, Fact.ROW),
    /** A total is blank beside its parts. */
    TOTAL_BLANK(Severity.WARNING, null, Fact.COMPUTED, Fact.RULE, Fact.ROW),
    /** In what was put together a printed formula cannot hold: its total stays blank in the form. */
    LEFT_BLANK(Severity.WARNING, Fact.LEFT, Fact.RIGHT, Fact.RULE, Fact.ROW),
    /** A total or subtotal is not the sum of its rows. */
    TOTAL_DIFFERS(Severity.ERROR, Fact.STATED, Fact.COMPUTED, Fact.ROW),
    /** A row that is not called a total is the sum of others. */
    LOOKS_LIKE_TOTAL(Severity.WARNING, Fact.ROW, Fact.CELLS),
    /** The dates above a table and the period named there are not the same. */
    PERIOD_CONTRADICTED(Severity.ERROR, Fact.OTHER_SIGN, Fact.SIGN, Fact.CANDIDATES),
    /** A heading states another unit of count than the form's. */
    UNIT_OF_COUNT_DIFFERS(Severity.ERROR, Fact.TEXT, Fact.CANDIDATES, Fact.UNIT_OF_COUNT, Fact.COLUMN),
    /** A number is beyond any size that its measure can have. */
    IMPLAUSIBLE_SIZE(Severity.WARNING, Fact.STATED, Fact.LIMIT, Fact.LABEL, Fact.UNIT_OF_COUNT),
    /** Words and figures of a row leave open what it is. */
    ROW_MEANING(Severity.ERROR, Fact.ROW, Fact.CANDIDATES, Fact.REASON, Fact.CELLS),
    /** The table holds figures, but none in a row that counts. */
    NO_COUNTED_ROWS(Severity.ERROR),
    /** A question was answered in the copy that came back. */
    QUESTION_ANSWERED(Severity.INFO, Fact.TEXT, Fact.MEANT),
    /** A stated rate was cut off instead of rounded. */
    RATE_CUT_OFF(Severity.INFO, Fact.STATED, Fact.COMPUTED, Fact.NUMERATOR, Fact.DENOMINATOR),
    /** A stated rate is not the ratio of the stated counts. */
    RATE_DIFFERS(Severity.WARNING, Fact.STATED, Fact.COMPUTED, Fact.NUMERATOR, Fact.DENOMINATOR),
    /** A unit's own file and the row about it in its parent's file differ; the own file counts. */
    PARENT_ROW_DIFFERS(Severity.WARNING, Fact.STATED, Fact.COUNTED, Fact.MEASURE),
    /** A unit's own total differs from the sum of what its children sent; the sum counts. */
    OWN_TOTAL_DIFFERS(Severity.WARNING, Fact.STATED, Fact.COUNTED, Fact.MEASURE),
    /** A form sent for a period disagrees with the same form sent for the finer periods in it. */
    PERIODS_DIFFER(Severity.WARNING, Fact.STATED, Fact.COMPUTED, Fact.MEASURE, Fact.PERIODS),
    /** What a period carried over from the one before is not what was left at that one's end. */
    OPENING_BALANCE_DIFFERS(Severity.WARNING, Fact.STATED, Fact.CARRIED, Fact.LABEL, Fact.PERIOD),

    /** Two forms of the same unit and period break a rule of the catalogue. */
    FORMS_DISAGREE(Severity.WARNING, Fact.LEFT, Fact.RIGHT, Fact.RULE),

    /** The period of the sheet begins later than today; worked out for each run and never kept. */
    PERIOD_NOT_BEGUN(Severity.ERROR, Fact.PERIOD, Fact.DATES),
    /** Two files for the same form, unit and period, of which neither can replace the other: both are held. */
    TWO_VERSIONS(Severity.ERROR, Fact.CELLS, null, Fact.FILE),
    /** Another file for the same form, unit and period came later and counts. */
    SUPERSEDED(Severity.WARNING, null, null, Fact.FILE),
    /** The file counts in the place of an earlier one. */
    REPLACES(Severity.WARNING, null, null, Fact.FILE),
    /** The new content of a file no longer contains a form: it is taken back. */
    FORM_TAKEN_BACK(Severity.WARNING, Fact.FORM),
    /** The new content of a file speaks of another unit: what it said of the first is taken back. */
    UNIT_CHANGED(Severity.WARNING, Fact.OTHER_UNIT, Fact.UNIT),
    /** The new content of a file speaks of an earlier period: what it said of the other is taken back. */
    PERIOD_CHANGED(Severity.WARNING, Fact.OTHER_PERIOD, Fact.PERIOD),
    /** The name of a file for an earlier period was used again: both count. */
    NAME_USED_AGAIN(Severity.INFO, Fact.OTHER_PERIOD, Fact.PERIOD),
    /** The sheet was rejected; what the same file said before goes on counting. */
    EARLIER_STANDS(Severity.INFO, Fact.FORM),

    /** Two numbers of a figure differ in one digit alone. */
    LOOK_ALIKE(Severity.WARNING, Fact.STATED, Fact.COMPARED, Fact.MEASURE, Fact.OTHER_MEASURE),
    /** The parts of a figure, rounded as they are shown, come to another sum than the figure; the exact ones add up. */
    PARTS_DO_NOT_ADD_UP(Severity.INFO, Fact.COMPUTED, Fact.STATED, Fact.LABEL, Fact.MEASURE),
    /** A count is far from those of the same unit's earlier periods. */
    UNUSUAL_COUNT(
            Severity.WARNING,
            Fact.STATED,
            Fact.MEDIAN,
            Fact.LABEL,
            Fact.UNIT_OF_COUNT,
            Fact.SIDE,
            Fact.AGAINST,
            Fact.COMPARED_WITH,
            Fact.LOWEST,
            Fact.HIGHEST,
            Fact.FACTOR,
            Fact.RATIO),
    /** A rate is far from those of the units beside it. */
    UNUSUAL_RATE(
            Severity.WARNING,
            Fact.STATED,
            Fact.MEDIAN,
            Fact.LABEL,
            Fact.NUMERATOR,
            Fact.DENOMINATOR,
            Fact.SIDE,
            Fact.COMPARED_WITH),
    /** Every figure of a form is that of the period before. */
    COPIED_FROM_LAST_PERIOD(Severity.WARNING, Fact.COUNT, Fact.PERIOD, Fact.FORM),
    /** A unit sent other forms but not this one. */
    MISSING_FORM(Severity.WARNING, null, null, Fact.FORM, Fact.TITLE),
    /** A unit sent none of the forms that it owes. */
    SILENT_UNIT(Severity.WARNING, null, null, Fact.COUNT, Fact.FORMS),
    /** A blank form uses a column number twice. */
    BLANK_NUMBER_TWICE(Severity.WARNING, Fact.COLUMN, null, Fact.LABEL),
    /** The column numbers of a blank form leave one out, or are out of order. */
    BLANK_NUMBER_SKIPPED(Severity.WARNING, Fact.COLUMN, Fact.OTHER_COLUMN, Fact.LABEL),
    /** Two columns of a blank form have the same headings. */
    BLANK_LABEL_TWICE(Severity.WARNING, Fact.HEADING, null, Fact.OTHER_COLUMN, Fact.COLUMN),
    /** A printed formula cannot be read. */
    BLANK_FORMULA_UNREADABLE(Severity.WARNING, Fact.RULE),
    /** A printed formula names a column that the form lacks. */
    BLANK_FORMULA_NO_COLUMN(Severity.WARNING, Fact.RULE, null, Fact.COLUMN),
    /** A printed formula adds up the column that it stands at. */
    BLANK_FORMULA_OF_ITSELF(Severity.WARNING, Fact.RULE, null, Fact.COLUMN),
    /** A printed formula over another group stands at a column that is a part. */
    BLANK_FORMULA_OF_A_PART(Severity.WARNING, Fact.RULE, null, Fact.LABEL),
    /** A printed formula adds a part of a sum where the sum itself fits. */
    BLANK_FORMULA_PARTS(Severity.WARNING, Fact.RULE, Fact.MEANT, Fact.COLUMN, Fact.OTHER_COLUMN),
    /** A line of a list of units lacks a code or a name, or has one that cannot be. */
    UNITS_LINE_UNREADABLE(Severity.ERROR, Fact.TEXT, Fact.FIELD),
    /** A conversion table does not say whether all of a commune went over, or a part. */
    UNITS_EXTENT_UNKNOWN(Severity.WARNING, Fact.TEXT),
    /** A name without its kind, such as 'Quảng Trị'. */
    UNITS_KIND_MISSING(Severity.WARNING, Fact.NAME, Fact.MEANT, Fact.CODE),
    /** A list and the registry, or two lines, name one unit differently. */
    UNITS_NAME_DIFFERS(Severity.WARNING, Fact.NAME, Fact.REGISTERED, Fact.CODE),
    /** One unit is spelled in two ways. */
    UNITS_TWO_SPELLINGS(Severity.INFO, Fact.NAME, Fact.REGISTERED, Fact.CODE),
    /** A list puts a unit below another one than the registry or an earlier line. */
    UNITS_PARENT_DIFFERS(Severity.WARNING, Fact.PARENT, Fact.REGISTERED, Fact.UNIT),
    /** The unit above is nowhere; the unit was left out. */
    UNITS_PARENT_UNKNOWN(Severity.ERROR, Fact.PARENT, Fact.NAME, Fact.CODE),
    /** The registry has a unit that the list lacks. */
    UNITS_NOT_LISTED(Severity.WARNING, Fact.CODE, Fact.NAME),
    /** A unit ended, and nothing says who took over. */
    UNITS_NO_SUCCESSOR(Severity.WARNING, Fact.CODE, Fact.NAME),
    /** A commune went over as a whole, and in part elsewhere. */
    UNITS_WHOLE_AND_PART(Severity.WARNING, Fact.SUCCESSORS, null, Fact.UNIT),
    /** A part of a commune went over; where the rest went is not said. */
    UNITS_PART_ALONE(Severity.WARNING, Fact.SUCCESSORS, null, Fact.UNIT),
    /** The registry knows other successors. */
    UNITS_SUCCESSORS_DIFFER(Severity.WARNING, Fact.SUCCESSORS, Fact.REGISTERED, Fact.UNIT),
    /** A code now means another unit. */
    UNITS_CODE_REUSED(Severity.INFO, Fact.NAME, Fact.REGISTERED, Fact.CODE);

    private static final Set<FindingCode> OF_UNREADABLE_FILES = EnumSet.range(UNREADABLE_FILE, TOO_SLOW);

    private final Severity severity;
    private final @Nullable Fact value;
    private final @Nullable Fact expected;

    // Neither list can be changed, which their type does not say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Fact> details;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Fact> facts;

    /**
     * Declares a finding.
     *
     * @param facts what it says, in the order that its {@link Finding#key} keeps: the value that was seen, what was
     *     expected, and the details; absent where there is no value or nothing expected
     */
    FindingCode(Severity severity, @Nullable Fact... facts) {
        this.severity = severity;
        this.value = facts.length > 0 ? facts[0] : null;
        this.expected = facts.length > 1 ? facts[1] : null;
        this.details = Arrays.stream(facts).skip(2).map(Objects::requireNonNull).toList();
        this.facts = Arrays.stream(facts)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** What it says, in the order of its key. */
    public List<Fact> facts() {
        return facts;
    }

    /** Which of them outputs have as the value that was seen. */
    public Optional<Fact> value() {
        return Optional.ofNullable(value);
    }

    /** Which of them outputs have as what was expected. */
    public Optional<Fact> expected() {
        return Optional.ofNullable(expected);
    }

    /** The others. */
    public List<Fact> details() {
        return details;
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
