package tonghop.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.Report.Coverage;

/** Says who did not send what: one finding for each missing form, or one for a unit that sent nothing at all. */
final class MissingForms implements Rule<PeriodView> {

    private final Definitions definitions;

    MissingForms(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.MISSING_FORM, FindingCode.SILENT_UNIT);
    }

    @Override
    public List<Finding> check(PeriodView view) {
        String period = view.period().code();
        Map<String, String> titles = definitions.formsFor(view.period()).stream()
                .collect(Collectors.toMap(Form::id, Form::title, (one, two) -> one));
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (Coverage pair : view.coverage()) {
            if (pair.state() == Coverage.State.MISSING) {
                missing.computeIfAbsent(pair.unit(), unit -> new ArrayList<>()).add(pair.form());
            }
        }
        List<Finding> findings = new ArrayList<>();
        missing.forEach((unit, ids) -> {
            if (view.hasSent(unit)) {
                ids.forEach(id -> findings.add(Finding.of(
                        FindingCode.MISSING_FORM,
                        Place.ofForm(unit, id, period),
                        Fact.FORM.is(id),
                        Fact.TITLE.is(titles.getOrDefault(id, "")))));
            } else {
                findings.add(Finding.of(
                        FindingCode.SILENT_UNIT,
                        Place.ofForm(unit, null, period),
                        Fact.COUNT.is(ids.size()),
                        Fact.FORMS.is(String.join(", ", ids))));
            }
        });
        return findings;
    }
}
