package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Contract;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.model.Sourced;
import org.circlab.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The labs of the eight partner countries have one structure, and every bundled scenario gives reasons for what it assumes. */
class RegionsTest {

    private static final List<String> COUNTRIES = List.of("IT", "GR", "SI", "HR", "BA", "RS", "ME", "AL");
    /** An assumption in fewer letters has no reason in it. */
    private static final int SHORTEST_REASON = "assumed: half".length();

    private static Path file(String country) {
        return Path.of("scenarios/region-" + country.toLowerCase(Locale.ROOT) + ".yaml");
    }

    private static List<String> structure(Lab lab) {
        List<String> parts = new ArrayList<>();
        lab.materials().stream().map(Material::id).forEach(parts::add);
        for (Actor actor : lab.actors()) {
            actor.generates().stream().map(Arising::material).forEach(id -> parts.add(actor.id() + " generates " + id));
            actor.lines()
                    .forEach(line -> parts.add(actor.id() + " runs " + line.id() + " by "
                            + line.recipe().id() + " of "
                            + line.recipe().outputs().stream()
                                    .map(output -> output.material() + " " + output.share())
                                    .toList()));
            actor.needs().forEach(need -> parts.add(actor.id() + " needs " + need.id()));
            actor.sites().forEach(site -> parts.add(actor.id() + " disposes " + site.id() + " of " + site.accepts()));
        }
        for (Contract contract : lab.contracts()) {
            parts.add(contract.from() + " " + contract.to() + " " + contract.material() + " " + contract.existing());
        }
        parts.add(lab.horizon() + " " + lab.exchange());
        return parts;
    }

    @Test
    void allEightHaveTheSamePartsAndYears() {
        ScenarioFile first = ScenarioFile.read(file("SI"));
        for (String variant : first.variants()) {
            List<String> expected =
                    structure(first.effective(variant, List.of()).lab());
            assertThat(expected).hasSizeGreaterThan(30);
            for (String country : COUNTRIES) {
                ScenarioFile region = ScenarioFile.read(file(country));
                Lab lab = region.effective(variant, List.of()).lab();
                assertThat(region.variants()).isEqualTo(first.variants());
                assertThat(structure(lab)).as("%s of %s", variant, country).isEqualTo(expected);
                assertThat(lab.region().country()).isEqualTo(country);
                assertThat(lab.region().inhabitants()).isPositive();
            }
        }
    }

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** The comment that a scenario opens with, and of a region the one of its base, says what is known and what is not. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void assumptionsHaveReasons(Path file) throws IOException {
        String opening = Files.readAllLines(file).stream()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("# *", ""))
                .collect(Collectors.joining(" "));
        assertThat(opening).containsAnyOf("assumed", "chosen for easy arithmetic");
        ScenarioFile scenario = ScenarioFile.read(file);
        for (String variant : scenario.variants()) {
            List<Sourced> sources = scenario.effective(variant, List.of()).lab().sources();
            assertThat(sources).isNotEmpty();
            assertThat(sources)
                    .filteredOn(sourced -> sourced.source().grade() == Grade.ASSUMED)
                    .allSatisfy(sourced -> assertThat(sourced.source().ref())
                            .as(sourced.path())
                            .hasSizeGreaterThan(SHORTEST_REASON));
        }
    }
}
