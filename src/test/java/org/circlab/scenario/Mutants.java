package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.ledger.FlowSink;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Observer;
import org.circlab.simulation.Replication;
import org.circlab.simulation.SimulationException;

/** Scenarios made from sound ones by a few edits, each from its seed, and what must come of each. */
public final class Mutants {

    /** How a text ends. */
    public enum End {
        /** In findings. */
        REFUSED,
        /** In a lab that runs to closed books. */
        RAN,
        /** In a lab whose run says in a sentence why it cannot go on. */
        STOPPED,
        /** In a lab with so much to do that its run is broken off. */
        BUSY
    }

    private static final int MOST_EVENTS = 20_000;
    private static final List<String> SHORT = List.of("horizon.length=30 d", "horizon.warm-up=0 d");
    private static final Pattern VALUE = Pattern.compile("(?<=[:,\\[] )[^\\s{}\\[\\],#][^{}\\[\\],#\\n]*");
    private static final Pattern NUMBER = Pattern.compile("(?<=[:,\\[] )-?\\d[\\d.]*");
    private static final Pattern KEY = Pattern.compile("[\\p{L}][\\p{L}\\d-]*(?=: )");

    private static final List<String> BASES = List.of(Tiny.TEXT, Tiny.TEXT, Tiny.TEXT, format());

    private static final String[] UNITS = {
        " t",
        " kt",
        " kg",
        " g",
        " Mt",
        " t/yr",
        " kt/yr",
        " t/d",
        " kg/h",
        " EUR/t",
        " EUR",
        " MEUR",
        " EUR/yr",
        " d",
        " h",
        " wk",
        " mo",
        " yr",
        " ms",
        " s",
        " km",
        " m",
        " km/h",
        " %",
        " %/yr",
        " EUR/tkm",
        " kgCO2e/t",
        " kgCO2e/tkm",
        " EUR/tCO2e",
        "",
        ""
    };
    private static final String[] NUMBERS = {
        "0",
        "1",
        "-1",
        "0.5",
        "1.5",
        "2",
        "7",
        "12",
        "30",
        "99.9",
        "100",
        "365",
        "1000",
        "1e4",
        "1e6",
        "1e9",
        "1e12",
        "1e15",
        "9e18",
        "1e30",
        "1e999",
        "-3",
        "1e-3",
        "1e-9",
        "0.1",
        "NaN",
        "Infinity",
        "1,5",
        "1 000",
        "01",
        "0x1F"
    };
    private static final String[] WORDS = {
        "null",
        "~",
        "{}",
        "[]",
        "yes",
        "no",
        "none",
        "exponential",
        "nearest",
        "cheapest",
        "haulier",
        "arrival",
        "R5",
        "D1",
        "\"10 01 02\"",
        "ash",
        "board",
        "plant",
        "press",
        "dump",
        "mill",
        "works",
        "fly-ash",
        "heating",
        "2025-01-01",
        "2024-02-29",
        "0001-01-01",
        "9999-12-31",
        "[46, 15]",
        "{ mean: 1 d, spread: exponential }",
        "{ lognormal: { cv: 3 } }",
        "{ uniform: { low: 0, high: 2 } }",
        "{ 2025-01-05: 3 t/yr, 2025-02-01: 0 t/yr }",
        "outside",
        "first",
        "*a",
        "&a x",
        "'"
    };

    private Mutants() {}

    /** The block of the README that shows every key of the format. */
    private static String format() {
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Tiny.text(Path.of("README.md")));
        if (!block.find()) {
            throw new IllegalStateException("the README shows no scenario");
        }
        return block.group(1).replaceAll("(?m) +#.*$", "");
    }

    /** The mutant of a seed: one to three edits of a sound scenario. */
    public static String of(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        String base = BASES.get(random.nextInt(BASES.size()));
        StringBuilder text = new StringBuilder(base);
        for (int i = random.nextInt(3); i >= 0; i--) {
            edit(text, random);
        }
        return text.toString();
    }

    private static void edit(StringBuilder text, Random random) {
        switch (random.nextInt(13)) {
            case 0 -> replace(text, KEY, random, pick(WORDS, random));
            case 1 -> {
                int at = random.nextInt(text.length());
                text.deleteCharAt(at);
            }
            case 2 -> text.insert(random.nextInt(text.length()), pick(WORDS, random));
            case 3 -> lines(text, random, random.nextBoolean());
            case 4 -> replace(text, VALUE, random, some(text, VALUE, random));
            case 5 -> replace(text, KEY, random, some(text, KEY, random));
            case 6 -> replace(text, VALUE, random, pick(WORDS, random));
            case 7, 8, 9, 10, 11 -> replace(text, NUMBER, random, pick(NUMBERS, random));
            default -> replace(text, VALUE, random, pick(NUMBERS, random) + pick(UNITS, random));
        }
    }

    private static String pick(String[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }

    /** Deletes or doubles a line. */
    private static void lines(StringBuilder text, Random random, boolean delete) {
        int start = text.lastIndexOf("\n", random.nextInt(text.length())) + 1;
        int end = text.indexOf("\n", start) + 1;
        if (end > start) {
            String line = text.substring(start, end);
            text.replace(start, end, delete ? "" : line + line);
        }
    }

    private static String some(StringBuilder text, Pattern pattern, Random random) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find(random.nextInt(text.length())) || matcher.find(0) ? matcher.group() : "x";
    }

    private static void replace(StringBuilder text, Pattern pattern, Random random, String replacement) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find(random.nextInt(text.length())) || matcher.find(0)) {
            text.replace(matcher.start(), matcher.end(), replacement);
        }
    }

    /** A file of that text, which is never written, since thousands are read. */
    static ScenarioFile file(String text) {
        return ScenarioFile.of(Path.of("lab.yaml"), new SourceText("lab.yaml", text, true));
    }

    /** Reads a text to a lab that reads back and runs, or to findings. */
    public static End judged(String text) {
        return judged(new SourceText("lab.yaml", text, true));
    }

    /** Reads a text to a lab that reads back and runs, or to findings. */
    static End judged(SourceText source) {
        ScenarioFile file;
        Effective effective;
        try {
            file = ScenarioFile.of(Path.of(source.origin()), source);
            List<Finding> findings = file.validate();
            if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
                return End.REFUSED;
            }
            effective = file.effective(null, List.of());
        } catch (ScenarioException e) {
            assertThat(e.findings()).anyMatch(finding -> finding.severity() == Severity.ERROR);
            return End.REFUSED;
        }
        assertThat(file(effective.text()).effective(null, List.of()).lab()).isEqualTo(effective.lab());
        return run(file);
    }

    /** Runs a month of the variant and of its baseline. */
    private static End run(ScenarioFile file) {
        Effective month;
        try {
            month = file.effective(null, SHORT);
        } catch (ScenarioException e) {
            return End.REFUSED;
        }
        try {
            Observer counter = counter();
            Replication.run(CompiledLab.of(month.lab()), 1, 1, FlowSink.NONE, counter);
            Replication.run(CompiledLab.of(month.baseline()), 1, 1, FlowSink.NONE, counter);
            return End.RAN;
        } catch (SimulationException e) {
            assertThat(e.getMessage()).contains(" ").doesNotContain("null", "Exception");
            return End.STOPPED;
        } catch (Busy e) {
            return End.BUSY;
        }
    }

    private static Observer counter() {
        int[] events = {0};
        return (kernel, ledger, view) -> kernel.trace((time, sequence, type, subject, payload) -> {
            events[0]++;
            if (events[0] > MOST_EVENTS) {
                throw new Busy();
            }
        });
    }

    /** Breaks off a run that would take long. */
    private static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;

        Busy() {
            super("enough events", null, false, false);
        }
    }
}
