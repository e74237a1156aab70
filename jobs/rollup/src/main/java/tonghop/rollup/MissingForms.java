package tonghop.rollup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tonghop.domain.Fact;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Form;
import tonghop.domain.Period;
import tonghop.domain.Place;
import tonghop.domain.Report.Coverage;

/** Says who did not send what: one finding for each missing form, or one for a unit that sent nothing at all. */
final class MissingForms {

    private MissingForms() {}

    /**
     * The findings.
     *
     * @param pairs everything that is owed
     * @param senders the units that sent anything for the period
     */
    static List<Finding> of(List<Coverage> pairs, List<Form> forms, Set<String> senders, Period period) {
        Map<String, String> titles = forms.stream().collect(Collectors.toMap(Form::id, Form::title, (one, two) -> one));
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (Coverage pair : pairs) {
            if (pair.state() == Coverage.State.MISSING) {
                missing.computeIfAbsent(pair.unit(), unit -> new ArrayList<>()).add(pair.form());
            }
        }
        List<Finding> findings = new ArrayList<>();
        missing.forEach((unit, ids) -> {
            if (senders.contains(unit)) {
                ids.forEach(id -> findings.add(Finding.of(
                        FindingCode.MISSING_FORM,
                        Place.ofForm(unit, id, period.code()),
                        Fact.FORM.is(id),
                        Fact.TITLE.is(titles.getOrDefault(id, "")))));
            } else {
                findings.add(Finding.of(
                        FindingCode.SILENT_UNIT,
                        Place.ofForm(unit, null, period.code()),
                        Fact.COUNT.is(ids.size()),
                        Fact.FORMS.is(String.join(", ", ids))));
            }
        });
        return findings;
    }
}
