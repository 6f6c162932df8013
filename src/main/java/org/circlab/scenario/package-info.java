/**
 * Scenario files: YAML or JSON text with its tables beside it becomes a {@link org.circlab.model.Lab}, or a list of findings
 * that says everything that is wrong with it at once, each with its place and advice.
 *
 * <p>Reading goes in steps that share one tree with positions ({@code Tree}): the text is parsed with every scalar kept as it
 * is written and merged over what it extends, the actors of its tables are written out, a variant and {@code --set} overrides
 * are merged into it, the tree is bound to records of the model, and the rules of the whole lab are checked. {@link
 * org.circlab.scenario.ScenarioFile} is the place to start reading; behind it {@code Variants} merges, {@code VariantReader} makes labs,
 * and {@code Studies} finds what is varied.
 *
 * <p>What the format is, key by key, stands as data in {@code Format} and the classes it names; {@code JsonSchema} prints it
 * for editors, and a test holds the readers to it. A new key is read where its map is read, and is one more line there.
 *
 * <p>Entries of the catalogue that a scenario names ({@code Likeness}, {@code EntryValues}) are written out in the tree before it is
 * bound, so that everything after reads them as if they had been written there. Money in other currencies ({@code Currencies}) stays
 * as it is written and becomes euros where it is read, so that the effective scenario shows amount and rate.
 *
 * <p>Uses {@code catalogue}, {@code model} and {@code quantity}. Scalars are text on purpose: only the place where a value stands knows its
 * dimension, so {@code 010101} stays a waste code and {@code no} stays a word.
 */
@NullMarked
package org.circlab.scenario;

import org.jspecify.annotations.NullMarked;
