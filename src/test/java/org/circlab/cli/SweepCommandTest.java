package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps of a small lab over a short time, as users call them. */
class SweepCommandTest {

    private static final String TAX = "policy.landfill-tax";

    @TempDir
    Path folder;

    private Session sweep(String... more) {
        return sweepTo("out", more);
    }

    private Session sweepTo(String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("sweep", Harbour.FILE.toString()));
        arguments.addAll(List.of("--set", "horizon.length=40 d", "--set", "horizon.warm-up=0 d"));
        if (Stream.of(more).noneMatch(option -> option.startsWith("--replications"))) {
            arguments.add("--replications=2");
        }
        arguments.add("--out=" + folder.resolve(out));
        arguments.addAll(List.of(more));
        return Session.of(arguments.toArray(String[]::new));
    }

    private Path studies(String out) {
        return folder.resolve(out).resolve("harbour/studies");
    }

    private Map<String, String> tables(String out, String study) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(studies(out).resolve(study))) {
            for (Path file : files.toList()) {
                tables.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return tables;
    }

    private static String vary(String values) {
        return "--vary=" + TAX + "=" + values;
    }

    @Test
    void aTableIsShownAndFilesAreWritten() throws IOException {
        Session session =
                sweep(vary("0..40:20 EUR/t"), "--indicator=landfill", "--variant=no-press", "--variant=symbiosis");
        assertThat(session.err()).isEmpty();
        assertThat(session.code()).isZero();
        List<String> lines = session.out().lines().toList();
        assertThat(lines.get(0)).contains("2 replications");
        assertThat(lines.get(2)).matches("point +policy.landfill-tax +variant +landfill");
        assertThat(lines.get(3)).matches(" +EUR/t +t/yr");
        assertThat(lines.subList(4, 10))
                .extracting(line -> line.strip().replaceAll(" +", " ").split(" ", -1)[2])
                .containsExactly("symbiosis", "no-press", "symbiosis", "no-press", "symbiosis", "no-press");
        Map<String, String> tables = tables("out", "landfill-tax");
        assertThat(tables.keySet())
                .containsExactly("datapackage.json", "refused.csv", "runs.csv", "study.json", "summary.csv");
        assertThat(tables.getOrDefault("runs.csv", "").lines())
                .hasSize(13)
                .first()
                .isEqualTo("point,policy.landfill-tax [EUR/t],variant,replication,refused,landfill [t/yr],"
                        + "landfill baseline [t/yr]");
        assertThat(tables.getOrDefault("summary.csv", "").lines()).hasSize(7);
        assertThat(tables.getOrDefault("refused.csv", "").lines()).hasSize(1);
        assertThat(tables.getOrDefault("study.json", ""))
                .contains("\"seed\" : 1", "\"points\" : 3", "horizon.length=40 d");
    }

    /** The table repeats the study: its header and cells are those of --points. */
    @Test
    void runsCanBeRepeatedFromTheirTable() throws IOException {
        sweep(vary("0..40:20 EUR/t"), "--vary=exchange.rule=cheapest,nearest", "--indicator=all");
        Map<String, String> first = tables("out", "landfill-tax-rule");
        List<String> points = first.getOrDefault("runs.csv", "")
                .lines()
                .map(line -> line.split(",", -1)[1] + "," + line.split(",", -1)[2])
                .distinct()
                .toList();
        Path file = Files.write(folder.resolve("again.csv"), points);
        assertThat(sweep("--points=" + file, "--indicator=all").code()).isZero();
        Map<String, String> again = tables("out", "again");
        assertThat(again.getOrDefault("runs.csv", "")).isEqualTo(first.getOrDefault("runs.csv", ""));
        assertThat(again.getOrDefault("summary.csv", "")).isEqualTo(first.getOrDefault("summary.csv", ""));
    }

    @Test
    void threadsAndStepsByWhichItGrowsChangeNothing() throws IOException {
        String[] whole = {
            vary("0, 10, 20 EUR/t"), "--replications=3", "--indicator=all", "--variant=symbiosis", "--variant=no-press"
        };
        assertThat(sweepTo(
                                "one",
                                Stream.concat(Stream.of(whole), Stream.of("--threads=1"))
                                        .toArray(String[]::new))
                        .code())
                .isZero();
        assertThat(sweepTo(
                                "two",
                                Stream.concat(Stream.of(whole), Stream.of("--threads=2"))
                                        .toArray(String[]::new))
                        .code())
                .isZero();
        assertThat(tables("two", "landfill-tax")).isEqualTo(tables("one", "landfill-tax"));
        sweepTo("steps", vary("20 EUR/t, 0 EUR/t"), "--replications=1", "--variant=no-press");
        Session grown = sweepTo("steps", whole);
        assertThat(grown.err())
                .isEqualTo("circlab: 2 of 18 runs are in " + studies("steps").resolve("landfill-tax.db")
                        + " already and are used again\n");
        assertThat(tables("steps", "landfill-tax")).isEqualTo(tables("one", "landfill-tax"));
    }

    /** The seed decides: another one gives other runs, and the same the same. */
    @Test
    void theSeedIsHeard() throws IOException {
        sweepTo("a", vary("0, 10 EUR/t"), "--seed=1", "--indicator=all");
        sweepTo("b", vary("0, 10 EUR/t"), "--seed=2", "--indicator=all");
        assertThat(tables("a", "landfill-tax").getOrDefault("runs.csv", ""))
                .isNotEqualTo(tables("b", "landfill-tax").getOrDefault("runs.csv", ""));
    }

    /** Business as usual of two points that differ only in what it does not know is the same, run by run. */
    @Test
    void pointsShareTheirRandomNumbers() throws IOException {
        sweep("--vary=exchange.rule=cheapest,nearest", "--indicator=arising");
        List<String[]> rows = tables("out", "rule")
                .getOrDefault("runs.csv", "")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(rows).hasSize(4);
        for (int k = 0; k < 2; k++) {
            assertThat(rows.get(k)[5]).isEqualTo(rows.get(k + 2)[5]);
            assertThat(rows.get(k)[6]).isEqualTo(rows.get(k + 2)[6]);
        }
        assertThat(rows.get(0)[6]).isNotEqualTo(rows.get(1)[6]);
    }

    @Test
    void aPointWithErrorsIsToldAndLeftOut() throws IOException {
        Session session = sweep(vary("-10, 10 EUR/t"));
        assertThat(session.code()).isZero();
        assertThat(session.err().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(
                        "circlab: point 1 (-10 EUR/t), variant 'symbiosis', is left out: --set: error OUT_OF_RANGE");
        assertThat(session.err()).endsWith("circlab: 2 of 4 runs are left out; refused.csv says why\n");
        assertThat(session.out()).contains("refused");
        assertThat(tables("out", "landfill-tax").getOrDefault("refused.csv", "").lines())
                .hasSize(3);
        assertThat(sweepTo("none", vary("-10, -20 EUR/t")).code()).isEqualTo(CircLab.FAILED);
    }

    @Test
    void samplesAreDrawnAndNamed() throws IOException {
        assertThat(sweep(vary("0..100 EUR/t"), "--sample", "lhs", "5", "--name=drawn")
                        .code())
                .isZero();
        assertThat(tables("out", "drawn").getOrDefault("summary.csv", "").lines())
                .hasSize(1 + 5 * 5);
        assertThat(sweep(vary("triangular(10, 20, 60) EUR/t"), "--sample", "sobol", "4")
                        .code())
                .isZero();
        assertThat(tables("out", "landfill-tax")
                        .getOrDefault("runs.csv", "")
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", -1)[1]))
                .as("the median is 60 - sqrt(0.5 x 50 x 40)")
                .contains("28.3772234");
    }

    @Test
    void aDryRunRunsNothing() {
        Session session = sweep(vary("0..40:10 EUR/t"), "--variant=symbiosis", "--variant=no-press", "--dry-run");
        assertThat(session.code()).isZero();
        assertThat(session.out().lines())
                .hasSize(2)
                .first()
                .isEqualTo("5 points x 2 variants x 2 replications = 20 runs, each with its business as usual");
        assertThat(studies("out")).doesNotExist();
    }

    @Test
    void manyRunsNeedConsent() {
        Session session = sweep(vary("0..5000:1 EUR/t"), "--replications=3");
        assertThat(session.code()).isEqualTo(CircLab.USAGE);
        assertThat(session.err()).contains("there are 15003 runs to do", "--dry-run", "--yes");
        assertThat(studies("out")).doesNotExist();
    }

    @Test
    void aStudyOfTheScenarioIsRun() throws IOException {
        Path file = folder.resolve("lab.yaml");
        Files.writeString(
                file,
                Files.readString(Harbour.FILE)
                        + "\nstudies: { tax: { vary: { policy.landfill-tax: 5..6:1 EUR/t }, replications: 1,"
                        + " variants: [no-press], indicators: [landfill] } }\n");
        String[] arguments = {
            "sweep", file.toString(), "--study=tax", "--set=horizon.length=40 d", "--out=" + folder.resolve("out")
        };
        Session session = Session.of(arguments);
        assertThat(session.err()).isEmpty();
        assertThat(tables("out", "tax").getOrDefault("summary.csv", "").lines())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("1,5,no-press,landfill,t/yr,1,0,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--vary=policy.landfill-tax | varies nothing",
                "--vary=policy.landfill-tax=1..2:1 EUR/t --vary=policy.landfill-tax=3 EUR/t | varied twice",
                "--vary=policy.landfill-tax=1..2 EUR/t --sample lhs none | --sample lhs 100",
                "--vary=policy.landfill-tax=1..2 EUR/t --sample halton 3 | --sample sobol 128",
                "--vary=policy.landfill-tax=1..2:1 EUR/t --points=p.csv | leave out --vary",
                "--study=tax --vary=policy.landfill-tax=1..2:1 EUR/t | leave out --vary",
                "--vary=policy.landfill-tax=1..2:1 EUR/t --indicator=landfil | Maybe 'landfill'?",
                "--vary=policy.landfill-tax=1..2:1 EUR/t --name=../up | letters, digits",
                "--vary=policy.landfill-tax=1..2:1 EUR/t --replications=0 | from 1 to"
            })
    void usageThatMakesNoSenseIsTold(String options, String saying) {
        Session session =
                sweep(Stream.of(options.split(" (?=--|lhs|halton|none|3$)", -1)).toArray(String[]::new));
        assertThat(session.code()).isEqualTo(CircLab.USAGE);
        assertThat(session.err()).contains(saying);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--vary=policy.landfil-tax=1..2:1 EUR/t | NO_FACTOR",
                "--vary=exchange.rule=uniform(0, 1) | NO_FACTOR",
                "--vary=policy.landfill-tax=2..1:1 EUR/t | BAD_LEVELS",
                "--vary=policy.landfill-tax=1..2 EUR/t | BAD_STUDY",
                "--study=tax | UNKNOWN_STUDY",
                "--vary=policy.landfill-tax=1..2:1 EUR/t --variant=symbiosys | UNKNOWN_VARIANT",
                "--points=nowhere.csv | UNREADABLE_FILE"
            })
    void findingsComeBeforeAnythingRuns(String options, String code) {
        Session session = sweep(Stream.of(options.split(" (?=--)", -1)).toArray(String[]::new));
        assertThat(session.code()).isEqualTo(CircLab.FAILED);
        assertThat(session.err()).contains("error " + code + ": ");
        assertThat(studies("out")).doesNotExist();
    }

    @Test
    void aStoreOfAnotherScenarioIsRefused() throws IOException {
        sweep(vary("0, 10 EUR/t"));
        Path store = studies("out").resolve("landfill-tax.db");
        byte[] before = Files.readAllBytes(store);
        Session other = sweep(vary("0, 10 EUR/t"), "--set", "policy.carbon-price=3 EUR/tCO2e");
        assertThat(other.code()).isEqualTo(CircLab.FAILED);
        assertThat(other.err())
                .startsWith("circlab: " + store + " was run with --set ")
                .contains("--name");
        assertThat(Files.readAllBytes(store)).isEqualTo(before);
        Path elsewhere = folder.resolve("else.db");
        assertThat(sweep(vary("0, 20 EUR/t"), "--store=" + elsewhere).code()).isZero();
        assertThat(folder.resolve("else/runs.csv")).exists();
    }

    @Test
    void studiesAreListedShownAndExported() throws IOException {
        sweep(vary("0, 10 EUR/t"));
        Path store = studies("out").resolve("landfill-tax.db");
        Session list = Session.of("study", "list", folder.toString());
        assertThat(list.out())
                .isEqualTo(store
                        + ": 2 points of policy.landfill-tax; variants symbiosis; 2 replications; 4 runs, all done\n");
        Session show = Session.of("study", "show", store.toString(), "--indicator=landfill", "--rows=1");
        assertThat(show.out())
                .startsWith("Study landfill-tax of the lab harbour: ")
                .contains("seed 1", "and 1 more rows");
        Map<String, String> before = tables("out", "landfill-tax");
        Path to = folder.resolve("exported");
        assertThat(Session.of("study", "export", store.toString(), "--to=" + to).code())
                .isZero();
        for (Map.Entry<String, String> table : before.entrySet()) {
            assertThat(to.resolve(table.getKey())).hasContent(table.getValue());
        }
        Path figure = folder.resolve("tax.svg");
        assertThat(Session.of("study", "figure", store.toString(), "--indicator=landfill", "--to=" + figure)
                        .out())
                .isEqualTo(figure + "\n");
        assertThat(figure).content().contains("difference to business as usual", ">symbiosis<", "</svg>");
        assertThat(Session.of("study", "figure", store.toString(), "--indicator=landfil", "--to=" + figure)
                        .err())
                .contains("Maybe 'landfill'?");
        assertThat(Session.of("study", "show", to.toString()).err()).contains("there is no store");
        assertThat(Session.of("study").code()).isEqualTo(CircLab.USAGE);
        assertThat(Session.of("study", "list", to.toString()).err()).contains("there are no studies");
    }
}
