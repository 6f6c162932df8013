/**
 * The discrete-event kernel: a clock in integer milliseconds, the queue of pending events in their total order (time,
 * priority, sequence), and named streams of random numbers.
 *
 * <p>Uses no other package and knows nothing of waste: it runs the actions it is given and never interprets them. It is the
 * hot path of everything, so events live in primitive arrays and no object is allocated per event.
 */
@NullMarked
package org.circlab.kernel;

import org.jspecify.annotations.NullMarked;
