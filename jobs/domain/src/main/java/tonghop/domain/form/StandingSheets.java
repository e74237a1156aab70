package tonghop.domain.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.PathContent.Sheet;

/**
 * Which of all sheets that were ever sent count: a function of what each path took on in which night, and of nothing
 * else. However often anything ran in between makes no difference.
 *
 * @param sheets what each path says now, and what of it was rejected; by form, unit and period, then as they came
 * @param changes what the present content of each path did to what it had said before
 */
public record StandingSheets(List<Standing> sheets, List<PathChange> changes) {

    public StandingSheets {
        sheets = List.copyOf(sheets);
        changes = List.copyOf(changes);
    }

    public static StandingSheets of(Collection<PathContent> contents) {
        Map<String, PathStatements> paths = new TreeMap<>();
        contents.stream()
                .sorted(Comparator.comparingLong(PathContent::night).thenComparing(PathContent::path))
                .forEach(content -> take(content, paths));
        Map<Key, List<Version>> versions = new LinkedHashMap<>();
        List<Standing> sheets = new ArrayList<>();
        List<PathChange> changes = new ArrayList<>();
        for (PathStatements path : paths.values()) {
            path.said().forEach(said -> add(new Said(said, path.path()), versions));
            path.rejected()
                    .forEach(sheet ->
                            sheets.add(new Standing(sheet, path.path(), 0, Standing.State.REJECTED, List.of())));
            changes.addAll(path.changes());
        }
        versions.values().forEach(all -> sheets.addAll(new Contest(all).standings()));
        sheets.sort(Comparator.comparing((Standing standing) -> standing.sheet().form())
                .thenComparing(standing -> standing.sheet().unit())
                .thenComparing(standing -> standing.sheet().period().code())
                .thenComparing(Standing::path)
                .thenComparing(standing -> standing.sheet().id()));
        return new StandingSheets(sheets, changes);
    }

    private static void take(PathContent content, Map<String, PathStatements> paths) {
        PathStatements path = paths.computeIfAbsent(content.path(), PathStatements::new);
        for (String before : content.movedFrom()) {
            PathStatements moved = paths.remove(before);
            if (moved != null) {
                path.inherit(moved);
            }
        }
        path.take(content);
    }

    private static void add(Said said, Map<Key, List<Version>> versions) {
        Sheet sheet = said.sheet();
        List<Version> all = versions.computeIfAbsent(
                new Key(sheet.form(), sheet.unit(), sheet.period().code()), key -> new ArrayList<>());
        all.stream()
                .filter(version -> version.sheet().figures().equals(sheet.figures()))
                .findFirst()
                .orElseGet(() -> {
                    Version version = new Version();
                    all.add(version);
                    return version;
                })
                .said
                .add(said);
    }

    private record Key(String form, String unit, String period) {}

    private record Said(PathStatements.Said statement, String path) {

        Sheet sheet() {
            return statement.sheet();
        }

        long night() {
            return statement.night();
        }

        Standing.Other other() {
            return new Standing.Other(sheet(), path);
        }
    }

    /** Equal observations, under whatever paths. */
    private static final class Version {

        private final List<Said> said = new ArrayList<>();

        /** The one that stands for all: under the path that was the first to take it on. */
        Said first() {
            return said.stream()
                    .min(Comparator.comparingLong(Said::night)
                            .thenComparing(Said::path)
                            .thenComparing(one -> one.sheet().id()))
                    .orElseThrow();
        }

        Sheet sheet() {
            return said.get(0).sheet();
        }

        long night() {
            return said.stream().mapToLong(Said::night).max().orElseThrow();
        }

        boolean hasEveryRowOf(Version other) {
            return sheet().rows().containsAll(other.sheet().rows());
        }
    }

    /** The versions for one form, unit and period: at most one of them counts. */
    private static final class Contest {

        private final Map<Long, List<Version>> nights = new TreeMap<>();
        private final List<Version> held = new ArrayList<>();
        private final List<Version> replaced = new ArrayList<>();
        /** What counts now, last, and before it what it replaced in turn. */
        private final List<Version> stood = new ArrayList<>();

        Contest(List<Version> versions) {
            versions.forEach(version -> nights.computeIfAbsent(version.night(), night -> new ArrayList<>())
                    .add(version));
            nights.values().forEach(this::take);
        }

        private @Nullable Version standing() {
            return stood.isEmpty() ? null : stood.get(stood.size() - 1);
        }

        private void take(List<Version> ofNight) {
            Version standing = standing();
            Version only = ofNight.size() == 1 ? ofNight.get(0) : null;
            if (only == null) {
                held.addAll(ofNight);
            } else if (standing != null && !only.hasEveryRowOf(standing)) {
                held.add(standing);
                held.add(only);
                stood.remove(standing);
            } else if (held.stream().allMatch(only::hasEveryRowOf)) {
                replaced.addAll(held);
                held.clear();
                stood.add(only);
            } else {
                held.add(only);
            }
        }

        List<Standing> standings() {
            List<Standing> standings = new ArrayList<>();
            Version standing = standing();
            List<Version> earlier = new ArrayList<>(replaced);
            if (standing != null) {
                earlier.addAll(stood.subList(0, stood.size() - 1));
                Said first = standing.first();
                add(standing, Standing.State.COUNTS, others(earlier, first.path()), standings);
            }
            for (Version version : earlier) {
                List<Standing.Other> by =
                        standing == null ? List.of() : List.of(standing.first().other());
                version.said.forEach(one -> standings.add(of(one, Standing.State.SUPERSEDED, by)));
            }
            for (Version version : held) {
                List<Version> against =
                        held.stream().filter(other -> other != version).toList();
                version.said.forEach(one -> standings.add(of(one, Standing.State.HELD, others(against, one.path()))));
            }
            return standings;
        }

        private static void add(
                Version version, Standing.State state, List<Standing.Other> others, List<Standing> standings) {
            Said first = version.first();
            for (Said one : version.said) {
                boolean isFirst = Objects.equals(one, first);
                standings.add(
                        of(one, isFirst ? state : Standing.State.UNCHANGED, isFirst ? others : List.of(first.other())));
            }
        }

        private static Standing of(Said said, Standing.State state, List<Standing.Other> others) {
            return new Standing(said.sheet(), said.path(), said.night(), state, others);
        }

        private static List<Standing.Other> others(List<Version> versions, String besides) {
            return versions.stream()
                    .flatMap(version -> version.said.stream())
                    .filter(said -> !said.path().equals(besides))
                    .map(Said::other)
                    .toList();
        }
    }
}
