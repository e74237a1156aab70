package tonghop.ingest.recognise;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tonghop.domain.form.Form;
import tonghop.ingest.table.Blanks;
import tonghop.ingest.table.FormHeading;
import tonghop.ingest.table.HeadingPaths;
import tonghop.ingest.table.HeadingSearch;
import tonghop.ingest.table.TableHeading;
import tonghop.ingest.text.HeadingText;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.text.VietnameseText;

/** Tells which form a sheet is: by its number, its title and other signs above the table, and by its heading. */
public final class FormRecognition {

    private static final int FOR_NUMBER = 3;
    private static final int FOR_TITLE = 2;
    private static final int FOR_SIMILAR_TITLE = 1;
    private static final int FOR_SIGN = 2;

    /** A title with a slip of the pen. */
    private static final double SAME_TITLE = 0.9;

    /** A form's number where it is printed, alone or after 'Biểu số': it rules every other form out. */
    private static final Pattern PRINTED_NUMBER =
            Pattern.compile("^(?:biểu(?: mẫu)?(?: số)?\\s*:?\\s*)?(\\d{2}/[a-zđ]{2,6}|[ivx]+\\.\\d{2}[a-d]?)(?:/.*)?$");

    private final List<Form> forms;
    private final Blanks blanks;
    private final Set<String> titles;

    public FormRecognition(List<Form> forms, Blanks blanks) {
        this.forms = forms;
        this.blanks = blanks;
        this.titles =
                forms.stream().map(form -> VietnameseText.key(form.title())).collect(Collectors.toSet());
    }

    /**
     * What a sheet is.
     *
     * @param forms the versions of the form with the most signs; empty if nothing speaks for any, or as much for two
     * @param otherTitle the title of another form that stands above the table too, if one does
     * @param nearest of an unknown sheet: the form whose heading is most like it
     */
    public record Recognised(List<Form> forms, Optional<Head.Line> otherTitle, Optional<Form> nearest) {}

    public Recognised formsOf(Grid grid) {
        Head head = Head.of(grid, HeadingSearch.firstNumberRow(grid).orElse(Integer.MAX_VALUE));
        List<String> printed = head.lines().stream()
                .flatMap(line -> printedNumber(line.text()).stream())
                .toList();
        String text = VietnameseText.key(
                String.join("\n", head.lines().stream().map(Head.Line::text).toList()));
        List<Form> possible = forms.stream()
                .filter(form -> printed.isEmpty() || printed.stream().anyMatch(number -> isNumberOf(form, number)))
                .toList();
        int best = possible.stream()
                .mapToInt(form -> signs(form, head, text))
                .max()
                .orElse(0);
        if (best == 0) {
            return byHeading(grid, possible);
        }
        List<Form> candidates = possible.stream()
                .filter(form -> signs(form, head, text) == best)
                .sorted(Comparator.comparing(Form::id))
                .toList();
        return candidates.stream().map(Form::id).distinct().count() == 1
                ? new Recognised(candidates, otherTitle(head, candidates.get(0)), Optional.empty())
                : new Recognised(List.of(), Optional.empty(), Optional.of(candidates.get(0)));
    }

    /** Whether {@code text} is the printed number or the title of a form, alone in its cell. */
    public boolean namesForm(String text) {
        Optional<String> number = printedNumber(VietnameseText.tidy(text));
        return number.isPresent()
                ? forms.stream().anyMatch(form -> isNumberOf(form, number.get()))
                : titles.contains(VietnameseText.key(text));
    }

    /** Nothing above the table says what it is: its heading does, if it is that of one form alone. */
    private Recognised byHeading(Grid grid, List<Form> possible) {
        List<Form> headed = possible.stream()
                .filter(form -> {
                    FormHeading blank = blanks.headingOf(form);
                    return blank.isKnown()
                            && HeadingSearch.find(grid, form, blank)
                                    .filter(found -> isWhole(grid, found, form, blank))
                                    .isPresent();
                })
                .toList();
        return headed.stream().map(Form::id).distinct().count() == 1
                ? new Recognised(headed, Optional.empty(), Optional.empty())
                : new Recognised(List.of(), Optional.empty(), headed.stream().findFirst());
    }

    private static boolean isWhole(Grid grid, TableHeading heading, Form form, FormHeading blank) {
        HeadingPaths paths = heading.paths(grid);
        return heading.columns().size() == form.columns().size()
                && heading.columns().entrySet().stream()
                        .allMatch(column ->
                                blank.fit(column.getKey(), paths.of(column.getValue())) >= HeadingSearch.GOOD_FIT);
    }

    private static Optional<String> printedNumber(String line) {
        Matcher number = PRINTED_NUMBER.matcher(line.toLowerCase(Locale.ROOT));
        return number.matches() ? Optional.of(number.group(1)) : Optional.empty();
    }

    /** II.06 is printed with the letter of its variant, II.06a. */
    private static boolean isNumberOf(Form form, String printed) {
        String id = form.id().toLowerCase(Locale.ROOT);
        return printed.startsWith(id) && printed.substring(id.length()).matches("[a-d]?");
    }

    private int signs(Form form, Head head, String text) {
        Pattern number = Pattern.compile("(?<![\\w./])" + Pattern.quote(VietnameseText.key(form.id())) + "(?![\\w/])");
        int signs = number.matcher(text).find() ? FOR_NUMBER : 0;
        signs += forTitle(form, head, text);
        return signs
                + form.signs().stream()
                        .map(VietnameseText::key)
                        .filter(text::contains)
                        .limit(1)
                        .mapToInt(sign -> FOR_SIGN)
                        .sum();
    }

    private int forTitle(Form form, Head head, String text) {
        if (isTitled(form, head, text)) {
            return FOR_TITLE;
        }
        return head.lines().stream().anyMatch(line -> isNearly(line, form.title())) ? FOR_SIMILAR_TITLE : 0;
    }

    /** Whether the title stands there other than as the beginning or end of another form's longer one. */
    private boolean isTitled(Form form, Head head, String text) {
        String title = VietnameseText.key(form.title());
        String rest = text;
        for (Form other : forms) {
            String longer = VietnameseText.key(other.title());
            if (!longer.equals(title) && longer.contains(title)) {
                if (head.lines().stream().anyMatch(line -> isNearly(line, other.title()))) {
                    return false;
                }
                rest = rest.replace(longer, "");
            }
        }
        return rest.contains(title);
    }

    private static boolean isNearly(Head.Line line, String title) {
        return HeadingText.of(line.text()).similarity(HeadingText.of(title)) >= SAME_TITLE;
    }

    private Optional<Head.Line> otherTitle(Head head, Form recognised) {
        boolean hasOwn = head.lines().stream()
                .anyMatch(line -> VietnameseText.key(line.text()).contains(VietnameseText.key(recognised.title())));
        return hasOwn
                ? Optional.empty()
                : head.lines().stream()
                        .filter(line -> forms.stream()
                                .anyMatch(form -> !form.id().equals(recognised.id())
                                        && VietnameseText.key(line.text()).equals(VietnameseText.key(form.title()))))
                        .findFirst();
    }
}
