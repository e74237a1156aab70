package tonghop.launch.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.Observation;
import tonghop.domain.form.Observations;
import tonghop.domain.form.StandingFindings;
import tonghop.domain.form.StandingFindings.Differing;
import tonghop.domain.form.Submission;

/** Files as if they came in together: different ones for one form, unit and period would be held. */
public final class OneNight {

    private OneNight() {}

    /** A figure of a sheet, told apart from others of it by what it is about. */
    private record Said(BigDecimal value, String mark, Observation observation) {

        boolean isSame(@Nullable Said other) {
            return other != null && value.compareTo(other.value) == 0 && mark.equals(other.mark);
        }
    }

    /** The same files, each with what it would be held against. */
    public static List<Judged> of(List<Judged> files) {
        List<Judged> told = new ArrayList<>();
        for (Judged file : files) {
            List<Finding> findings = new ArrayList<>(file.findings());
            for (Submission sheet : file.accepted()) {
                for (Judged other : files) {
                    other.accepted().stream()
                            .filter(rival -> !other.taken().equals(file.taken()) && speaksForTheSame(sheet, rival))
                            .forEach(rival -> compare(sheet, rival, findings));
                }
            }
            told.add(new Judged(file.taken(), file.file(), findings));
        }
        return told;
    }

    private static boolean speaksForTheSame(Submission one, Submission other) {
        return one.form().id().equals(other.form().id())
                && one.unit().equals(other.unit())
                && one.period().equals(other.period());
    }

    private static void compare(Submission sheet, Submission rival, List<Finding> findings) {
        Map<String, Said> here = said(sheet);
        Map<String, Said> there = said(rival);
        List<Differing> differing = new ArrayList<>();
        here.forEach((about, said) -> {
            Said otherwise = there.get(about);
            if (!said.isSame(otherwise)) {
                differing.add(new Differing(
                        said.observation().cell(),
                        said.observation().raw(),
                        otherwise == null ? null : otherwise.observation().raw()));
            }
        });
        if (!differing.isEmpty() || !here.keySet().equals(there.keySet())) {
            findings.add(StandingFindings.twoVersions(sheet.at(null), differing, rival.file()));
        }
    }

    /** In the order of the sheet's rows. */
    private static Map<String, Said> said(Submission sheet) {
        Map<String, Said> said = new LinkedHashMap<>();
        for (Observation one : Observations.of(sheet)) {
            String row = one.scope() == Observation.Scope.WHOLE || !one.unit().equals(sheet.unit()) ? "" : one.row();
            if (!one.raw().isEmpty()) {
                said.put(
                        String.join("\t", one.unit(), row, one.measure().id()),
                        new Said(one.value(), String.valueOf(one.qualifier()), one));
            }
        }
        return said;
    }
}
