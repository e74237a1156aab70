package tonghop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tonghop.domain.report.Restatement;
import tonghop.domain.report.Restatement.Contribution;
import tonghop.domain.report.Restatement.Restated;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;

/** Random trees over three times, with random successions and codes that are reused at will. */
class RestatementPropertyTest {

    private static final List<LocalDate> STARTS =
            List.of(LocalDate.parse("2000-01-01"), LocalDate.parse("2022-04-10"), LocalDate.parse("2025-07-01"));

    private static final List<String> MEASURES = List.of("visits", "complaints.settled");

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lose_nothing_and_invent_nothing_in_either_direction(int seed) {
        Random random = new Random(seed);
        List<Unit> registry = new Succession(random, true).registry();
        for (int from = 0; from < STARTS.size(); from++) {
            for (int to = 0; to < STARTS.size(); to++) {
                List<Contribution> before = contributions(random, registry, STARTS.get(from));
                Restated restated = new Restatement(registry, STARTS.get(to), measure -> true).restate(before);
                for (String measure : MEASURES) {
                    assertThat(sum(restated.contributions(), measure)).isEqualByComparingTo(sum(before, measure));
                }
                UnitTree tree = UnitTree.on(STARTS.get(to), registry);
                assertThat(restated.contributions())
                        .allSatisfy(figure ->
                                assertThat(tree.get(figure.unit().code())).isEqualTo(figure.unit()));
                restated.breaks()
                        .forEach(found ->
                                assertThat(tree.find(found.heldBy().code())).contains(found.heldBy()));
            }
        }
    }

    /** For each new unit: what it has is the sum of what those units had whose chain of whole successors ends in it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void give_every_new_unit_the_sum_of_its_old_ones_where_all_are_taken_over_whole(int seed) {
        Random random = new Random(seed);
        List<Unit> registry = new Succession(random, false).registry();
        List<Contribution> before = contributions(random, registry, STARTS.get(0));
        Restated restated = new Restatement(registry, STARTS.get(2), measure -> true).restate(before);
        assertThat(restated.breaks()).isEmpty();
        Map<String, BigDecimal> expected = new HashMap<>();
        for (Contribution figure : before) {
            Unit heir = figure.unit();
            while (heir.validity().to() != null) {
                Unit.Successor next = heir.successors().get(0);
                heir = registry.stream()
                        .filter(unit -> unit.code().equals(next.code())
                                && next.since().equals(unit.validity().from()))
                        .findFirst()
                        .orElseThrow();
            }
            expected.merge(heir.code() + " " + figure.measure(), figure.value(), BigDecimal::add);
        }
        Map<String, BigDecimal> found = new HashMap<>();
        restated.contributions()
                .forEach(figure -> found.put(figure.unit().code() + " " + figure.measure(), figure.value()));
        assertThat(found).isEqualTo(expected);
    }

    private static List<Contribution> contributions(Random random, List<Unit> registry, LocalDate day) {
        List<Contribution> contributions = new ArrayList<>();
        for (Unit unit : UnitTree.on(day, registry).all()) {
            for (String measure : MEASURES) {
                if (random.nextInt(4) > 0) {
                    BigDecimal value = BigDecimal.valueOf(random.nextInt(1000));
                    contributions.add(new Contribution(unit, measure, value, null));
                }
            }
        }
        return contributions;
    }

    private static BigDecimal sum(List<Contribution> contributions, String measure) {
        return contributions.stream()
                .filter(figure -> figure.measure().equals(measure))
                .map(Contribution::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A registry of three times: provinces and communes, each with other ones of the next time as successors. */
    private static final class Succession {

        private static final int PROVINCES = 3;
        private static final int COMMUNES = 12;

        private final Random random;
        private final boolean hasParts;
        private final List<Unit> registry = new ArrayList<>();

        Succession(Random random, boolean hasParts) {
            this.random = random;
            this.hasParts = hasParts;
        }

        List<Unit> registry() {
            registry.add(new Unit("VN", "Cả nước", UnitLevel.COUNTRY, null, Validity.ALWAYS, List.of()));
            List<List<String>> provinces = new ArrayList<>();
            List<List<String>> communes = new ArrayList<>();
            for (int time = 0; time < STARTS.size(); time++) {
                provinces.add(codes("P", PROVINCES));
                communes.add(codes("C", COMMUNES));
            }
            for (int time = 0; time < STARTS.size(); time++) {
                for (String code : provinces.get(time)) {
                    add(code, UnitLevel.PROVINCE, "VN", time, provinces);
                }
                for (String code : communes.get(time)) {
                    add(code, UnitLevel.COMMUNE, any(provinces.get(time)), time, communes);
                }
            }
            return registry;
        }

        private void add(String code, UnitLevel level, String parent, int time, List<List<String>> codes) {
            boolean lasts = time == STARTS.size() - 1;
            Validity validity = new Validity(
                    time == 0 ? null : STARTS.get(time),
                    lasts ? null : STARTS.get(time + 1).minusDays(1));
            List<Unit.Successor> successors = lasts ? List.of() : successors(codes.get(time + 1), STARTS.get(time + 1));
            registry.add(new Unit(code, code + "/" + time, level, parent, validity, successors));
        }

        private List<Unit.Successor> successors(List<String> next, LocalDate since) {
            int kind = hasParts ? random.nextInt(5) : 0;
            String first = any(next);
            String second = next.get((next.indexOf(first) + 1) % next.size());
            return switch (kind) {
                case 1 -> List.of();
                case 2 -> List.of(part(first, since, null));
                case 3 -> List.of(part(first, since, null), part(second, since, null));
                case 4 -> List.of(part(first, since, "0.35"), part(second, since, "0.65"));
                default -> List.of(new Unit.Successor(first, since, true));
            };
        }

        private static Unit.Successor part(String code, LocalDate since, @Nullable String share) {
            return new Unit.Successor(code, since, false, share == null ? null : new BigDecimal(share));
        }

        private List<String> codes(String letter, int most) {
            Set<String> codes = new HashSet<>();
            while (codes.size() < most) {
                codes.add(letter + random.nextInt(most * 2));
            }
            return codes.stream().sorted().toList();
        }

        private String any(List<String> codes) {
            return codes.get(random.nextInt(codes.size()));
        }
    }
}
