package tonghop.domain.finding;

import java.math.BigDecimal;
import java.util.Locale;

/** What a finding can say beside where it is, each by a name: {@link FindingCode} declares which it says. */
public enum Fact {
    /** Against what a count was held: {@code periods} or {@code seasons}. */
    AGAINST(Type.PHRASE),
    /** Why a form is not in force: its circular, or the period. */
    BASIS(Type.TEXT),
    /** What it could be, as a choice to answer with. */
    CANDIDATES(Type.TEXT),
    /** What the period before left to be carried over. */
    CARRIED(Type.NUMBER),
    /** Addresses of cells, rows or columns. */
    CELLS(Type.TEXT),
    CODE(Type.TEXT),
    /** The number of a column of the form. */
    COLUMN(Type.TEXT),
    /** The other of two numbers that are held against each other. */
    COMPARED(Type.NUMBER),
    /** How many it was compared with. */
    COMPARED_WITH(Type.NUMBER),
    /** What it should come to. */
    COMPUTED(Type.NUMBER),
    COUNT(Type.TEXT),
    /** What counts instead. */
    COUNTED(Type.NUMBER),
    /** Days as they are written. */
    DATES(Type.TEXT),
    DENOMINATOR(Type.NUMBER),
    /** A power of ten that would explain it, such as {@code too-large-10}. */
    FACTOR(Type.PHRASE),
    /** A field of a line of data. */
    FIELD(Type.TEXT),
    FILE(Type.TEXT),
    /** A form's id. */
    FORM(Type.TEXT),
    FORMS(Type.TEXT),
    HEADING(Type.TEXT),
    HIGHEST(Type.NUMBER),
    /** What a file is instead of a spreadsheet. */
    KIND(Type.TEXT),
    /** What a measure or column is called. */
    LABEL(Type.TEXT),
    LEFT(Type.NUMBER),
    LIMIT(Type.TEXT),
    LINE(Type.TEXT),
    LOWEST(Type.NUMBER),
    /** How it was probably meant. */
    MEANT(Type.TEXT),
    /** A measure's id. */
    MEASURE(Type.TEXT),
    MEDIAN(Type.NUMBER),
    NAME(Type.TEXT),
    /** What the catalogue has that comes nearest. */
    NEAREST(Type.TEXT),
    NUMERATOR(Type.NUMBER),
    OTHER_COLUMN(Type.TEXT),
    OTHER_MEASURE(Type.TEXT),
    /** The period that a sign speaks of which was not believed. */
    OTHER_PERIOD(Type.TEXT),
    /** A sign that was not believed. */
    OTHER_SIGN(Type.TEXT),
    /** The unit that a sign speaks of which was not believed. */
    OTHER_UNIT(Type.TEXT),
    /** How it may have been meant as well. */
    OTHERWISE(Type.TEXT),
    PARENT(Type.TEXT),
    /** A part of a file. */
    PART(Type.TEXT),
    PERIOD(Type.TEXT),
    PERIODS(Type.TEXT),
    /** Where in a file of data. */
    POINTER(Type.TEXT),
    /** What a file was made with, such as {@code numbers}. */
    PROGRAM(Type.PHRASE),
    /** How many times the usual. */
    RATIO(Type.NUMBER),
    /** What makes it doubtful. */
    REASON(Type.PHRASE),
    /** What the registry has. */
    REGISTERED(Type.TEXT),
    RIGHT(Type.NUMBER),
    /** What a row is called, or its number. */
    ROW(Type.TEXT),
    /** A printed formula, or a rule of the catalogue. */
    RULE(Type.TEXT),
    /** How much there is of what has a limit. */
    SEEN(Type.TEXT),
    SHEET(Type.TEXT),
    /** {@code above}, {@code below} or {@code none}. */
    SIDE(Type.PHRASE),
    /** The sign that was believed. */
    SIGN(Type.TEXT),
    /** The number that the sender wrote. */
    STATED(Type.NUMBER),
    SUCCESSORS(Type.TEXT),
    /** What stands in the cell. */
    TEXT(Type.TEXT),
    TITLE(Type.TEXT),
    UNIT(Type.TEXT),
    UNIT_OF_COUNT(Type.TEXT),
    /** The unit below which it should be. */
    WITHIN(Type.TEXT);

    private final Type type;

    Fact(Type type) {
        this.type = type;
    }

    /** How a fact is written in a text. */
    public enum Type {
        /** As it is. */
        TEXT,
        /** With thousands grouped as the language does, where it is a number. */
        NUMBER,
        /** By a text of its own, under the finding's code and this word. */
        PHRASE
    }

    /**
     * A fact of one finding.
     *
     * @param text empty where there is nothing to say
     */
    public record Said(Fact fact, String text) {}

    public Type type() {
        return type;
    }

    public Said is(String text) {
        return new Said(this, text);
    }

    public Said is(BigDecimal number) {
        return is(number.toPlainString());
    }

    public Said is(int number) {
        return is(Integer.toString(number));
    }

    /** The word by which texts name it, such as {@code unit-of-count}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
