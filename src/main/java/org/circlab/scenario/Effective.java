package org.circlab.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.circlab.model.Actor;
import org.circlab.model.Lab;
import org.jspecify.annotations.Nullable;

/**
 * One variant of a scenario as it is simulated, with what it is compared to.
 *
 * @param variant its id
 * @param variantName its name for people
 * @param about what it is about in a sentence, empty where the scenario does not say
 * @param lab the lab of the variant, overrides included
 * @param baseline the lab it is compared to
 * @param baselineName its name for people
 * @param text the merged scenario as YAML, without variants and with its distances in it; it reads back as the same lab
 * @param baselineText the baseline likewise; of business as usual the exchange is none, and contracts and lines are those
 *     that exist, so that it reads back as the same lab but for the sources of planned lines and what hung on them
 * @param hash SHA-256 of the UTF-8 bytes of {@code text} in hexadecimal digits
 * @param warnings findings that do not forbid to run it, in the order of their places
 */
public record Effective(
        String variant,
        String variantName,
        String about,
        Lab lab,
        Lab baseline,
        String baselineName,
        String text,
        String baselineText,
        String hash,
        List<Finding> warnings) {
    public Effective {
        warnings = List.copyOf(warnings);
    }

    /** SHA-256 of the UTF-8 bytes of {@link #text} and then {@link #baselineText}, in hexadecimal digits. */
    public String comparisonHash() {
        return sha256(text + baselineText);
    }

    /**
     * Checks that what the command line asks about is there.
     *
     * @param actor id given with {@code --actor}, or null
     * @param material id of a material or need given with {@code --material}, or null
     * @throws ScenarioException with a proposal if one is not there
     */
    public void requireThere(@Nullable String actor, @Nullable String material) {
        Findings findings = new Findings();
        List<String> actors = lab.actors().stream().map(Actor::id).toList();
        if (actor != null && !actors.contains(actor)) {
            findings.add(
                    FindingCode.UNKNOWN_ACTOR,
                    Spot.of("--actor"),
                    "There is no actor '" + actor + "'.",
                    Suggestion.maybe(actor, actors));
        }
        Set<String> materials = new TreeSet<>();
        lab.materials().forEach(each -> materials.add(each.id()));
        lab.actors().forEach(each -> each.needs().forEach(need -> materials.add(need.id())));
        if (material != null && !materials.contains(material)) {
            findings.add(
                    FindingCode.UNKNOWN_MATERIAL,
                    Spot.of("--material"),
                    "There is no material or need '" + material + "'.",
                    Suggestion.maybe(material, materials));
        }
        if (findings.haveErrors()) {
            throw new ScenarioException(findings.sorted());
        }
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
