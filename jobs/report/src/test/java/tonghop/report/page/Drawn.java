package tonghop.report.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.domain.UnitLevel;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Amount;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Bounds;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Figure.Sent;
import tonghop.domain.report.Figure.Status;
import tonghop.domain.report.FigureId;
import tonghop.domain.report.PastFigures;
import tonghop.domain.report.PastFigures.PastFigure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.report.Report;
import tonghop.domain.report.Report.Coverage;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.report.samples.DrawnFigures;

/** Reports to be shown: a small one in which everything occurs, and one of any size. */
final class Drawn {

    private static final Sent SENT = new Sent(2, 0, 3);

    /** What somebody may write into a cell, a file name or a list of units. */
    static final String NASTY = "</script><img src=x onerror=alert(1)>\"'&amp;{{data}}";

    private static final Period YEAR = year(2023);

    private final List<Report.Leaf> leaves = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();

    private Drawn() {}

    private static Period year(int year) {
        return new Period(
                Integer.toString(year),
                PeriodType.YEAR,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                "Năm " + year);
    }

    /** A province with three districts, of which one has sent nothing, and the years 2021 and 2022. */
    static Report province() {
        return new Drawn().report();
    }

    private Report report() {
        UnitReport one = district("660", "Thành phố Gia Nghĩa", "8", "11", "1500");
        UnitReport two = district("661", "Huyện " + NASTY, "6", "9", "607");
        UnitReport none = new UnitReport(
                unit("662", "Huyện Cư Jút", UnitLevel.DISTRICT), new Completeness(1, 0, 0, 1, 0), List.of(), List.of());
        cover("660", "Thành phố Gia Nghĩa", Coverage.State.ACCEPTED, false);
        cover("661", "Huyện " + NASTY, Coverage.State.ACCEPTED, true);
        cover("662", "Huyện Cư Jút", Coverage.State.MISSING, false);
        coverAll("67", "Tỉnh Đắk Nông");
        leaf("67", "on-time-rate", "98", "C3");
        List<Figure> figures = List.of(
                count("reception.visits", "Tổng số lượt tiếp", "2107", null),
                count("complaints.settled", "Khiếu nại đã giải quyết", "14", null),
                count("complaints.received", "Khiếu nại phải giải quyết", "20", null),
                count("capital", "Vốn " + NASTY, "710.25", Qualifier.MORE_THAN),
                count("petitions.received", "Đơn tiếp nhận", null, null),
                rate("14", "20", new BigDecimal("71")),
                declared());
        UnitReport top = new UnitReport(
                unit("67", "Tỉnh Đắk Nông", UnitLevel.PROVINCE),
                Completeness.of(coverage),
                figures,
                List.of(one, two, none));
        return new Report(YEAR, top, null, List.of(), leaves, coverage, sheets(), findings(), past(), null);
    }

    private UnitReport district(String code, String name, String settled, String received, String visits) {
        leaf(code, "reception.visits", visits, "B8");
        leaf(code, "complaints.settled", settled, "F15");
        leaf(code, "complaints.received", received, "E15");
        return new UnitReport(
                unit(code, name, UnitLevel.DISTRICT),
                new Completeness(1, 1, 0, 0, 0),
                List.of(
                        count("reception.visits", "Tổng số lượt tiếp", visits, null),
                        count("complaints.settled", "Khiếu nại đã giải quyết", settled, null),
                        count("complaints.received", "Khiếu nại phải giải quyết", received, null),
                        rate(settled, received)),
                List.of());
    }

    private void leaf(String unit, String measure, String value, String cell) {
        leaves.add(new Report.Leaf(
                unit,
                unit,
                "2023",
                "01/TCD",
                measure,
                Nature.FLOW,
                "Ban tiếp dân " + NASTY,
                true,
                new BigDecimal(value),
                null,
                Status.REPORTED,
                "lượt",
                "huyen/" + unit + NASTY + ".xlsx",
                "Sheet1",
                cell));
    }

    private void cover(String unit, String name, Coverage.State state, boolean isLate) {
        coverage.add(new Coverage(unit, name, "01/TCD", state, isLate));
    }

    /** One who owes more forms than fit beside each other on a phone. */
    private void coverAll(String unit, String name) {
        for (int form = 2; form < 12; form++) {
            coverage.add(new Coverage(
                    unit, name, String.format(Locale.ROOT, "%02d/TCD", form), Coverage.State.REJECTED, false));
        }
    }

    private static List<Report.SentSheet> sheets() {
        return List.of(new Report.SentSheet(
                "huyen/660" + NASTY + ".xlsx",
                "ab".repeat(32),
                "Sheet1",
                "01/TCD",
                "660",
                "2023",
                SubmissionState.ACCEPTED,
                new CellLedger(3, 3, 0, 0, 0)));
    }

    private static List<Report.LocatedFinding> findings() {
        return List.of(
                finding(FindingCode.NOT_A_NUMBER, "661", "Ô phải là số, không phải " + NASTY, "A number belongs here"),
                finding(FindingCode.MISSING_FORM, "662", "Chưa gửi biểu", "The form was not sent"),
                finding(FindingCode.LOOK_ALIKE, "660", "2.107 và 3.107 giống nhau", "2,107 and 3,107 look alike"));
    }

    private static Report.LocatedFinding finding(FindingCode code, String unit, String vietnamese, String english) {
        Place place = new Place(unit, "01/TCD", "2023", "huyen/" + unit + ".xlsx", "Sheet1", "B8");
        return new Report.LocatedFinding(
                Finding.of(
                        code,
                        place,
                        code.value().stream().map(fact -> fact.is("x")).toArray(Fact.Said[]::new)),
                vietnamese,
                english,
                new BigDecimal("1000"));
    }

    private static PastFigures past() {
        PastPeriod last = past(2022, "2000", "71.25");
        return new PastFigures(List.of(past(2021, "1000", "50"), last), last, last);
    }

    private static PastPeriod past(int year, String visits, String rate) {
        Map<FigureId, PastFigure> figures = new LinkedHashMap<>();
        figures.put(FigureId.of("reception.visits"), new PastFigure(new BigDecimal(visits), null, null, null, true));
        figures.put(
                FigureId.of("complaint-resolution-rate"),
                new PastFigure(new BigDecimal(rate), null, null, null, false));
        return new PastPeriod(year(year), figures);
    }

    private static Unit unit(String code, String name, UnitLevel level) {
        return new Unit(code, name, level, "VN", Validity.ALWAYS, List.of());
    }

    private static Figure count(String id, String label, @Nullable String value, @Nullable Qualifier qualifier) {
        return DrawnFigures.count(id, label, Nature.FLOW, value, qualifier, SENT);
    }

    private static Figure rate(String numerator, String denominator) {
        return rate(numerator, denominator, null);
    }

    /** With a rate that the unit states itself to be more than that, if any. */
    private static Figure rate(String numerator, String denominator, @Nullable BigDecimal stated) {
        Indicator indicator = new Indicator(
                "complaint-resolution-rate",
                "Tỷ lệ giải quyết khiếu nại",
                List.of("complaints.settled"),
                List.of("complaints.received"),
                2,
                true,
                new BigDecimal("85"));
        Bounds bounds = new Bounds(new BigDecimal("56"), new BigDecimal("76"));
        Amount beside = stated == null ? null : new Amount(stated, Qualifier.MORE_THAN);
        return DrawnFigures.rate(indicator, numerator, denominator, null, bounds, beside, SENT);
    }

    /** Less of it is better. */
    private static Figure overdue(String numerator, String denominator) {
        Indicator indicator = new Indicator(
                "overdue-rate", "Tỷ lệ hồ sơ quá hạn", List.of("overdue"), List.of("received"), 2, false, null);
        return DrawnFigures.rate(indicator, numerator, denominator, null, null, null, SENT);
    }

    /** Over a count that is more than 63. */
    private static Figure nearly() {
        Indicator indicator = new Indicator(
                "petition-resolution-rate",
                "Tỷ lệ giải quyết đơn",
                List.of("petitions.settled"),
                List.of("petitions.received"),
                2,
                true);
        return DrawnFigures.rate(indicator, "60", "63", Qualifier.NEARLY, null, null, SENT);
    }

    private static Figure declared() {
        return DrawnFigures.declared("on-time-rate", "Tỷ lệ đúng hạn", "98", Qualifier.MORE_THAN);
    }

    private static Figure rank(String value) {
        return DrawnFigures.count("par-index.rank", "Xếp hạng cải cách", Nature.RANK, value, null, SENT);
    }

    /**
     * A province with a rate over nothing, a rate of which less is better and that two of four districts share as it is
     * shown, a count that is 0 everywhere, a rank, and a year of which not all is exact.
     */
    static Report unusual() {
        List<UnitReport> districts = List.of(
                unusualDistrict("660", "Thành phố Gia Nghĩa", overdue("12001", "100000"), "7"),
                unusualDistrict("661", "Huyện Đắk Mil", overdue("35", "1000"), "3"),
                unusualDistrict("662", "Huyện Cư Jút", overdue("12004", "100000"), "90"),
                unusualDistrict("663", "Huyện Đắk Song", overdue("0", "0"), null));
        List<Figure> figures = List.of(
                rate("0", "0"),
                overdue("24040", "201000"),
                nearly(),
                count("petitions.settled", "Đơn đã giải quyết", "60", null),
                count("petitions.received", "Đơn tiếp nhận", "63", Qualifier.MORE_THAN),
                count("reception.visits", "Tổng số lượt tiếp", "2107", null),
                count("denunciations.pending", "Tố cáo còn lại", "0", null),
                rank("30"));
        Map<FigureId, PastFigure> then = new LinkedHashMap<>();
        then.put(
                FigureId.of("reception.visits"),
                new PastFigure(new BigDecimal("2000"), null, null, Qualifier.AT_LEAST, true));
        then.put(FigureId.of("par-index.rank"), new PastFigure(new BigDecimal("20"), null, null, null, true));
        PastPeriod last = new PastPeriod(year(2022), then);
        UnitReport top = new UnitReport(
                unit("67", "Tỉnh Đắk Nông", UnitLevel.PROVINCE), new Completeness(4, 4, 0, 0, 0), figures, districts);
        return new Report(
                YEAR,
                top,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new PastFigures(List.of(last), last, last),
                null);
    }

    private static UnitReport unusualDistrict(String code, String name, Figure overdue, @Nullable String rank) {
        Figure none = count("denunciations.pending", "Tố cáo còn lại", "0", null);
        return new UnitReport(
                unit(code, name, UnitLevel.DISTRICT),
                new Completeness(1, 1, 0, 0, 0),
                rank == null ? List.of(overdue) : List.of(overdue, none, rank(rank)),
                List.of());
    }

    /** So many units below with so many figures each, and a cell for each figure. */
    static Report large(int units, int figures) {
        Drawn drawn = new Drawn();
        List<UnitReport> children = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            String code = Integer.toString(10000 + unit);
            List<Figure> own = new ArrayList<>();
            for (int figure = 0; figure < figures; figure++) {
                own.add(count("measure." + figure, "Chỉ tiêu số " + figure, Integer.toString(unit + figure), null));
                drawn.leaf(code, "measure." + figure, Integer.toString(unit + figure), "B" + figure);
            }
            children.add(new UnitReport(
                    unit(code, "Xã thứ " + unit, UnitLevel.COMMUNE),
                    new Completeness(10, 10, 0, 0, 0),
                    own,
                    List.of()));
            for (int form = 0; form < 10; form++) {
                drawn.coverage.add(
                        new Coverage(code, "Xã thứ " + unit, "0" + form + "/TCD", Coverage.State.ACCEPTED, false));
            }
        }
        UnitReport top = new UnitReport(
                unit("67", "Tỉnh Đắk Nông", UnitLevel.PROVINCE),
                Completeness.of(drawn.coverage),
                children.get(0).figures(),
                children);
        return new Report(
                YEAR, top, null, List.of(), drawn.leaves, drawn.coverage, List.of(), List.of(), PastFigures.NONE, null);
    }
}
