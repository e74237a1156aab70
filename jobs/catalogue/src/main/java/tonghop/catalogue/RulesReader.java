package tonghop.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tonghop.catalogue.OtherYaml.RuleYaml;
import tonghop.catalogue.OtherYaml.RulesYaml;
import tonghop.domain.form.CrossFormRule;
import tonghop.domain.form.FormRule.Relation;

/** Reads {@code rules.yaml}, which a catalogue may lack: what must hold among the forms of a unit and period. */
final class RulesReader {

    private static final Map<String, Relation> RELATIONS = YamlFile.words(Relation.values(), Relation::sign);

    private RulesReader() {}

    /** @param measures all that are known; empty if some form could not be read, so that nothing can be said of them */
    static List<CrossFormRule> read(Path path, Collection<String> measures, Problems problems) throws IOException {
        List<CrossFormRule> rules = new ArrayList<>();
        if (Files.exists(path)) {
            YamlFile file = YamlFile.read(path, problems);
            file.as(RulesYaml.class)
                    .ifPresent(written -> written.rules()
                            .forEach(rule -> rule(rule, file, measures).ifPresent(rules::add)));
        }
        return rules;
    }

    private static Optional<CrossFormRule> rule(RuleYaml yaml, YamlFile file, Collection<String> measures) {
        List<String> left = yaml.left();
        List<String> right = yaml.right();
        String id = yaml.id();
        String label = yaml.label();
        String sign = yaml.relation();
        if (id == null || label == null || sign == null || left.isEmpty() || right.isEmpty()) {
            file.say(
                    String.valueOf(id),
                    "quy tắc cần 'id', 'left', 'relation', 'right' và 'label'",
                    "a rule needs id, left, relation, right and label");
            return Optional.empty();
        }
        if (!measures.isEmpty()) {
            Stream.concat(left.stream(), right.stream())
                    .filter(measure -> !measures.contains(measure))
                    .forEach(measure -> file.sayUnknown("chỉ tiêu", "measure", measure, measures));
        }
        return file.meaning(sign, RELATIONS, "quan hệ", "relation")
                .map(relation -> new CrossFormRule(id, left, relation, right, label));
    }
}
