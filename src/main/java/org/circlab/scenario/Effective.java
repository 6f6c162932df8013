package org.circlab.scenario;

import java.util.List;
import org.circlab.model.Lab;

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
}
