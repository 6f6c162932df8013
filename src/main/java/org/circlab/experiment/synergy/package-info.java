/**
 * Who would join an exchange, what each synergy brings, and at which prices and distances it would end. A synergy is taken out,
 * alone or with others, by what a scenario can say ({@code exchange.apart}, a contract's volume), and the lab runs again under
 * the same random numbers; so whatever is told can be seen with {@code --set}.
 *
 * <p>Start with {@link org.circlab.experiment.synergy.Assessor}.
 */
@NullMarked
package org.circlab.experiment.synergy;

import org.jspecify.annotations.NullMarked;
