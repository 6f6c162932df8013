package org.circlab.catalogue;

import java.util.Optional;
import java.util.stream.Stream;
import org.circlab.model.Degradable;

/** Which waste makes methane in a landfill, as far as its code tells. */
public final class DegradableCodes {

    private DegradableCodes() {}

    /**
     * What all waste of a code decays like, by the materials of the catalogue under that code; nothing where the code has
     * inert waste or a mixture.
     *
     * @param code six digits in pairs; empty for none
     */
    public static Optional<Degradable.Kind> kind(String code) {
        return Catalogue.bundled().entries(Section.MATERIALS).stream()
                .filter(entry -> entry.listed("codes").contains(code))
                .flatMap(entry -> Stream.of(Degradable.Kind.values())
                        .filter(kind -> kind.word().equals(entry.about("decays"))))
                .findFirst();
    }
}
