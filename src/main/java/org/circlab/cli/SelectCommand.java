package org.circlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.circlab.experiment.select.Race;
import org.circlab.experiment.select.VariantField;
import org.circlab.experiment.study.Shipment;
import org.circlab.experiment.study.Simulations;
import org.circlab.experiment.study.Threads;
import org.circlab.report.Ranking;
import org.circlab.report.RankingTable;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.Measure;
import org.circlab.score.Sense;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code circlab select}: which variant is best, with a stated probability of being right. */
@Command(
        name = "select",
        description = "Says which variant is best by an indicator, with a stated probability of being right.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab select velenje.yaml",
            "  circlab select velenje.yaml --indicator ghg-net --confidence \"99 %%\" --at-most 500",
            "  circlab select velenje.yaml --variant symbiosis --variant tax-path --indifference 10000",
            "",
            "Variants are ranked by what they change against their business as usual, under the same random",
            "numbers. One that is proved worse gets no more replications. Writes no files."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SelectCommand implements Callable<Integer> {

    private static final int MOST_REPLICATIONS = 100_000;

    /** What goes to the standard output. */
    private enum Format {
        TABLE,
        CSV
    }

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the scenario, in YAML or JSON")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--variant",
            paramLabel = "ID",
            description = "which variants; all of the file over one horizon unless given; may be repeated")
    private List<String> variants = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "replaces one value in each of them; may be repeated")
    private List<String> sets = new ArrayList<>();

    @Option(
            names = "--indicator",
            paramLabel = "ID",
            defaultValue = "net-cost",
            description = "what they are ranked by (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private String indicator;

    @Option(
            names = "--confidence",
            paramLabel = "P",
            defaultValue = "95 %",
            description = "least probability of being right (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private String confidence;

    @Option(
            names = "--indifference",
            paramLabel = "D",
            description = "a difference up to this does not matter, in the unit of the indicator")
    private String indifference = "";

    @Option(
            names = "--at-most",
            paramLabel = "N",
            defaultValue = "1000",
            description = "gives up after so many replications of a variant (${DEFAULT-VALUE})")
    private int most;

    @Mixin
    private final Chance chance = new Chance();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "what to print: table or csv (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    SelectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Ranges.require(spec, "--at-most", most, 10, MOST_REPLICATIONS);
        chance.require(spec);
        ScenarioFile scenarios = ScenarioFile.read(file);
        List<Effective> read = comparable(scenarios);
        read.forEach(each -> each.warnings().forEach(warning -> console.message(warning.toString())));
        List<String> candidates = read.stream().map(Effective::variant).toList();
        NamedIndicator named = indicator(read.get(0));
        Race.Rule rule = new Race.Rule(confidence(), most, indifference(named));
        Shipment shipment = new Shipment(scenarios.snapshot(), sets, chance.seed, List.of(indicator));
        Ranking ranking = race(named.measure(), candidates, rule, shipment);
        switch (format) {
            case TABLE -> RankingTable.lines(ranking).forEach(console.out()::println);
            case CSV -> RankingTable.csv(console.out(), ranking);
        }
        return CircLab.DONE;
    }

    /** The variants that can be ranked: those that are named, or all that run over the horizon of the first. */
    private List<Effective> comparable(ScenarioFile scenarios) {
        List<Effective> read = new ArrayList<>();
        for (String id : variants.isEmpty() ? scenarios.variants() : variants) {
            Effective scenario = scenarios.effective(id, sets);
            if (read.isEmpty()
                    || scenario.lab().horizon().equals(read.get(0).lab().horizon())) {
                read.add(scenario);
            } else if (variants.isEmpty()) {
                console.message("circlab: '" + id + "' is left out, since it runs over another horizon");
            } else {
                throw new ParameterException(
                        spec.commandLine(),
                        "'" + id + "' runs over another horizon than '"
                                + read.get(0).variant() + "'; name variants of one horizon with --variant");
            }
        }
        if (read.stream().map(Effective::variant).distinct().count() < Math.max(2, read.size())) {
            throw new ParameterException(
                    spec.commandLine(),
                    read.size() < 2
                            ? "there is only one variant to select from"
                            : "--variant names a variant twice; name each once");
        }
        return read;
    }

    private NamedIndicator indicator(Effective first) {
        NamedIndicator named = NamedIndicator.of(spec, indicator, first.lab(), first.baseline());
        if (named.measure().sense() == Sense.NEITHER) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + indicator + "' is better neither more nor less; rank by another indicator");
        }
        return named;
    }

    private double confidence() {
        String text = confidence.strip();
        try {
            boolean percent = text.endsWith("%");
            double value = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
            double share = percent ? value / 100 : value;
            if (share >= 0.5 && share < 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw badConfidence();
        }
        throw badConfidence();
    }

    private ParameterException badConfidence() {
        return new ParameterException(
                spec.commandLine(),
                "--confidence is '" + confidence + "'; write a probability from 50 % to below 100 %, such as \"95 %\"");
    }

    private double indifference(NamedIndicator named) {
        if (indifference.isEmpty()) {
            return 0;
        }
        NamedIndicator.Amount amount = named.amount("--indifference", indifference);
        if (amount.relative()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--indifference is a difference in " + named.measure().unit() + "; a share of it says nothing");
        }
        return amount.value();
    }

    private Ranking race(Measure measure, List<String> candidates, Race.Rule rule, Shipment shipment) {
        Simulations simulations = new Simulations(shipment, Math.max(chance.threads, candidates.size()));
        Threads workplace = new Threads(chance.threads, unused -> simulations);
        int limit = Math.multiplyExact(candidates.size(), most);
        try (ProgressLine line = new ProgressLine(console.err(), System::nanoTime)) {
            IntConsumer progress = console.errIsTerminal() ? done -> line.done(done, limit) : done -> {};
            VariantField field = new VariantField(shipment, candidates, measure.sense(), workplace, progress);
            return new Ranking(measure, candidates, rule, Race.run(candidates.size(), rule, field));
        }
    }
}
