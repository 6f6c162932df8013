package org.circlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The shape of the program: which package may use which, and where the libraries may be named. */
class ArchitectureTest {

    private static final String ROOT = "org.circlab";

    private static final String[] LOWER_THAN_EXPERIMENT = {
        "quantity",
        "kernel",
        "model",
        "catalogue",
        "network",
        "ledger",
        "scenario",
        "exchange",
        "simulation",
        "reconcile",
        "score"
    };

    /** Each package with the packages of lower rank that it may use; itself is always allowed. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("quantity", Set.of()),
            Map.entry("kernel", Set.of()),
            Map.entry("model", Set.of("quantity")),
            Map.entry("catalogue", Set.of("model", "quantity")),
            Map.entry("network", Set.of("model", "quantity")),
            Map.entry("ledger", Set.of("model", "quantity")),
            Map.entry("scenario", Set.of("catalogue", "network", "model", "quantity")),
            Map.entry("exchange", Set.of("network", "model", "quantity")),
            Map.entry("simulation", Set.of("kernel", "exchange", "ledger", "network", "model", "quantity")),
            Map.entry("reconcile", Set.of("scenario", "model", "quantity")),
            Map.entry("score", Set.of("ledger", "network", "catalogue", "model", "quantity")),
            Map.entry("experiment", Set.of(LOWER_THAN_EXPERIMENT)),
            Map.entry("report", lowerThanReportButKernel()),
            Map.entry("cli", everyOther()));

    /** Libraries with the packages that may name them. */
    private static final Map<String, Set<String>> LIBRARY_IN = Map.of(
            "org.jgrapht..", Set.of("network", "exchange", "report"),
            "org.ojalgo..", Set.of("exchange", "score"),
            "org.apache.commons.math3..", Set.of("score", "experiment", "reconcile"),
            "picocli..", Set.of("cli"),
            "tools.jackson..", Set.of("scenario", "report", "catalogue", "cli"),
            "org.snakeyaml..", Set.of("scenario"),
            "net.sf.geographiclib..", Set.of("network"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static Set<String> lowerThanReportButKernel() {
        Stream<String> lower = Stream.concat(Arrays.stream(LOWER_THAN_EXPERIMENT), Stream.of("experiment"));
        return Set.of(lower.filter(name -> !name.equals("kernel")).toArray(String[]::new));
    }

    private static Set<String> everyOther() {
        return Set.of(Stream.concat(Arrays.stream(LOWER_THAN_EXPERIMENT), Stream.of("experiment", "report"))
                .toArray(String[]::new));
    }

    @TestFactory
    Stream<DynamicTest> eachPackageUsesOnlyWhatItsRowNames() {
        return MAY_USE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(packageOf(row.getKey()))
                                .should()
                                .dependOnClassesThat(
                                        new DescribedPredicate<JavaClass>("are of another package of the program") {
                                            @Override
                                            public boolean test(JavaClass target) {
                                                String name = topPackage(target.getPackageName());
                                                return !name.isEmpty()
                                                        && !name.equals(row.getKey())
                                                        && !row.getValue().contains(name);
                                            }
                                        })
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> eachLibraryIsNamedOnlyWhereItBelongs() {
        return LIBRARY_IN.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> noClasses()
                                .that(
                                        new DescribedPredicate<JavaClass>(
                                                "are of another package than " + row.getValue()) {
                                            @Override
                                            public boolean test(JavaClass source) {
                                                return !row.getValue().contains(topPackage(source.getPackageName()));
                                            }
                                        })
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(row.getKey())
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packageOf("cli"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void onlyTheTableOfPackagesExists() {
        assertThat(CLASSES.stream()
                        .map(type -> topPackage(type.getPackageName()))
                        .distinct())
                .isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void everyPackageSaysItsPurpose() throws IOException {
        Path root = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> silent = files.filter(path -> path.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    private static String packageOf(String name) {
        return ROOT + "." + name + "..";
    }

    /** The first part below the root, empty for a class of another program or of the root itself. */
    private static String topPackage(String packageName) {
        if (!packageName.startsWith(ROOT + ".")) {
            return "";
        }
        String below = packageName.substring(ROOT.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
