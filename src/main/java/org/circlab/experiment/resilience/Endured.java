package org.circlab.experiment.resilience;

import org.circlab.score.ServiceKept;

/**
 * What became of an outage.
 *
 * @param outage which
 * @param service what was kept
 */
public record Endured(Outage outage, ServiceKept service) {}
