package tonghop.launch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;

/** What the Maven modules cannot say by themselves. */
@AnalyzeClasses(
        packages = "tonghop",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeFixtures.class})
class ArchitectureTest {

    /** What tests share comes packed. */
    static final class DoNotIncludeFixtures implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/tonghop/fixtures/");
        }
    }

    private static final String OURS = "tonghop.";

    /** Inside a module: which package, and those of the module that it knows. Every edge stands here. */
    private static final String PACKAGES = """
            domain.finding       domain
            domain.form          domain, domain.finding, domain.time, domain.unit
            domain.report        domain, domain.finding, domain.form, domain.time, domain.unit
            domain.time          domain
            domain.unit          domain, domain.finding, domain.time
            ingest               ingest.recognise, ingest.table, ingest.text
            ingest.recognise     ingest.table, ingest.text
            ingest.table         ingest.text
            launch               launch.command, launch.console, launch.job, launch.postgres
            launch.command       launch.console, launch.job
            launch.job           launch.console, launch.postgres
            launch.postgres      launch.console
            report               report.blank, report.data, report.document, report.overview, report.page, report.returned, report.sheet
            report.blank         report.sheet, report.words
            report.document      report.sheet, report.words
            report.overview      report.blank, report.sheet, report.words
            report.page          report.data, report.words
            report.returned      report.sheet, report.words
            report.sheet         report.words
            rollup.record        rollup.store, rollup.sum
            rollup.report        rollup.record, rollup.store, rollup.sum
            rollup.sum           rollup.store
            spreadsheet          spreadsheet.text
            validate             validate.unusual
            """;

    @ArchTest
    static void packages_know_those_that_the_table_says(JavaClasses classes) {
        Map<String, Set<String>> known = new TreeMap<>();
        for (JavaClass from : classes) {
            for (Dependency edge : from.getDirectDependenciesFromSelf()) {
                String to = topic(edge.getTargetClass());
                if (!to.equals(topic(from)) && module(to).equals(module(topic(from)))) {
                    known.computeIfAbsent(topic(from), topic -> new TreeSet<>()).add(to);
                }
            }
        }
        assertThat(PACKAGES.lines().map(String::strip))
                .containsExactlyElementsOf(known.entrySet().stream()
                        .map(edges -> "%-20s %s".formatted(edges.getKey(), String.join(", ", edges.getValue())))
                        .toList());
    }

    private static String topic(JavaClass one) {
        String name = one.getPackageName();
        return name.startsWith(OURS) ? name.substring(OURS.length()) : name;
    }

    private static String module(String topic) {
        return topic.split("\\.", 2)[0];
    }

    @ArchTest
    static final ArchRule the_domain_knows_only_the_jdk = classes()
            .that()
            .resideInAPackage("tonghop.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("tonghop.domain..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule poi_stays_in_the_modules_that_touch_files = noClasses()
            .that()
            .resideOutsideOfPackages("tonghop.spreadsheet..", "tonghop.report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..");

    @ArchTest
    static final ArchRule poi_is_spoken_only_where_workbooks_are_written = noCodeUnits()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages("tonghop.report.sheet..", "tonghop.report.blank..", "tonghop.report.overview..")
            .should(new ArchCondition<>("speak of POI") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                    boolean speaks = Stream.concat(
                                    Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                            .anyMatch(type -> type.getPackageName().startsWith("org.apache.poi"));
                    events.add(new SimpleConditionEvent(unit, speaks, unit.getFullName()));
                }
            });

    @ArchTest
    static final ArchRule spring_batch_and_boot_stay_in_launch = noClasses()
            .that()
            .resideOutsideOfPackage("tonghop.launch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.batch..", "org.springframework.boot..");

    @ArchTest
    static final ArchRule the_database_stays_in_rollup_and_launch = noClasses()
            .that()
            .resideOutsideOfPackages("tonghop.rollup..", "tonghop.launch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..");

    @ArchTest
    static final ArchRule stages_do_not_see_each_other = slices().matching("tonghop.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    JavaClass.Predicates.resideInAPackage("tonghop.launch.."), DescribedPredicate.alwaysTrue())
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(), JavaClass.Predicates.resideInAPackage("tonghop.domain.."))
            .ignoreDependency(
                    JavaClass.Predicates.resideInAnyPackage("tonghop.ingest..", "tonghop.report.."),
                    JavaClass.Predicates.resideInAPackage("tonghop.spreadsheet.."));

    @ArchTest
    static final ArchRule what_is_wrong_with_stored_figures_is_for_validate_to_say = noClasses()
            .that()
            .resideInAPackage("tonghop.rollup..")
            .should()
            .callMethod(Finding.class, "of", FindingCode.class, Place.class, Fact.Said[].class);

    @ArchTest
    static final ArchRule statistics_know_no_rules = classes()
            .that()
            .resideInAPackage("tonghop.validate.unusual..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("tonghop.validate.unusual..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule nothing_is_left_open_to_change = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .doNotHaveSimpleName("package-info")
            .and()
            .areNotMetaAnnotatedWith("org.springframework.context.annotation.Configuration")
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because(
                    "records, enums and final classes are all we need, but for Spring's configuration and the base of commands");
}
