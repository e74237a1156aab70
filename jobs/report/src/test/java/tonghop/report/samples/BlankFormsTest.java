package tonghop.report.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tonghop.catalogue.Catalogue;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.form.FormRule.Relation;

class BlankFormsTest {

    private static final List<Form> FORMS =
            Catalogue.read(Repository.folder("templates")).definitions().forms();

    @Test
    void the_kept_blanks_are_those_that_are_drawn(@TempDir Path made) throws IOException {
        BlankForms.writeTo(made);
        Kept.assertSame(made, Repository.folder("templates/forms"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_blank_numbers_the_columns_of_its_definition(Form form) throws IOException {
        List<Integer> drawn = drawing(form).columns().stream()
                .flatMap(column -> number(column.mark()).stream())
                .toList();
        assertThat(drawn)
                .containsSubsequence(
                        form.columns().stream().map(Form.Column::no).toList());
        assertThat(drawn).hasSize(form.columns().get(form.columns().size() - 1).no());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void what_a_blank_prints_as_a_sum_is_a_rule(Form form) throws IOException {
        List<String> printed = drawing(form).columns().stream()
                .map(BlankTable.Column::mark)
                .filter(mark -> mark.contains("="))
                .flatMap(mark -> FormRule.parse(mark, Severity.ERROR).stream())
                .map(FormRule::toString)
                .toList();
        List<String> rules = form.rules().stream()
                .filter(rule -> rule.relation() == Relation.EQUAL)
                .map(FormRule::toString)
                .toList();
        assertThat(rules).containsAll(printed);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_blank_bears_the_title_of_its_definition(Form form) throws IOException {
        Map<String, String> head = drawing(form).head();
        assertThat(head).containsEntry("number", form.id()).containsEntry("title", form.title());
    }

    static Stream<Form> forms() {
        return FORMS.stream();
    }

    private static BlankTable drawing(Form form) throws IOException {
        String name = form.blank().replace(".xlsx", "");
        return Objects.requireNonNull(BlankForms.drawings().get(name), name);
    }

    private static List<Integer> number(String mark) {
        String number = mark.replaceAll("^\\(?(\\d*).*", "$1");
        return number.isEmpty() ? List.of() : List.of(Integer.valueOf(number));
    }
}
