package tonghop.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tonghop.catalogue.OtherYaml.RuleYaml;
import tonghop.catalogue.OtherYaml.RulesYaml;
import tonghop.domain.form.CrossFormRule;
import tonghop.domain.form.FormRule.Relation;

/** Reads {@code rules.yaml}, which a catalogue may lack: what must hold among the forms of a unit and period. */
final class RulesReader {

    private RulesReader() {}

    /** @param measures all that are known; empty if some form could not be read, so that nothing can be said of them */
    static List<CrossFormRule> read(Path path, Collection<String> measures, Problems problems) throws IOException {
        List<CrossFormRule> rules = new ArrayList<>();
        if (Files.exists(path)) {
            YamlFile file = YamlFile.read(path);
            for (RuleYaml yaml : file.as(RulesYaml.class, problems)
                    .map(written -> FormYaml.orEmpty(written.rules()))
                    .orElse(List.of())) {
                rule(yaml, file, measures, problems).ifPresent(rules::add);
            }
        }
        return rules;
    }

    private static Optional<CrossFormRule> rule(
            RuleYaml yaml, YamlFile file, Collection<String> measures, Problems problems) {
        List<String> left = FormYaml.orEmpty(yaml.left());
        List<String> right = FormYaml.orEmpty(yaml.right());
        String id = yaml.id();
        String label = yaml.label();
        String sign = yaml.relation();
        if (id == null || label == null || sign == null || left.isEmpty() || right.isEmpty()) {
            problems.add(
                    file.path(),
                    file.lineOf(String.valueOf(id)),
                    "quy tắc cần 'id', 'left', 'relation', 'right' và 'label'",
                    "a rule needs id, left, relation, right and label");
            return Optional.empty();
        }
        if (!measures.isEmpty()) {
            Stream.concat(left.stream(), right.stream())
                    .filter(measure -> !measures.contains(measure))
                    .forEach(measure -> problems.addUnknown(file, "chỉ tiêu", "measure", measure, measures));
        }
        Optional<Relation> relation = Arrays.stream(Relation.values())
                .filter(one -> one.sign().equals(sign))
                .findFirst();
        if (relation.isEmpty()) {
            List<String> signs =
                    Arrays.stream(Relation.values()).map(Relation::sign).toList();
            problems.addUnknown(file, "quan hệ", "relation", sign, signs);
        }
        return relation.map(one -> new CrossFormRule(id, left, one, right, label));
    }
}
