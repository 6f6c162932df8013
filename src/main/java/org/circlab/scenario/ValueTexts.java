package org.circlab.scenario;

/** What findings about single values and the names in them mean. */
final class ValueTexts {

    static final String NO_VALUE =
            "A key has no value, or null. In a variant, null deletes what the lab says; anywhere else leave "
                    + "the key out, or write {} for a map with nothing in it.";

    static final String BAD_ID =
            "Ids are the keys of materials, actors and the like. They have letters, digits, '-' and '_', "
                    + "begin with a letter or digit, have no dots since paths are joined by dots, and must not be "
                    + "words with a meaning of their own, such as source, note, haulier or cheapest. A mode of transport and a "
                    + "fleet cannot share an id.";

    static final String DUPLICATE_ITEM =
            "A list names the same thing twice. Keep one; a mistyped second item is the usual reason.";

    static final String BAD_QUANTITY =
            "A text is no quantity of the dimension that its place calls for: it has no unit, an unknown "
                    + "one, one of another dimension, or is no number. Every dimensional value carries its unit, such "
                    + "as 525 kt/yr, 11 EUR/t or 90 d; thousands are grouped by spaces and decimals take a point.";

    static final String OUT_OF_RANGE =
            "A value is of the right dimension but cannot be, such as a negative price of haulage or a share "
                    + "above 100 %. The finding names the allowed range.";

    static final String BAD_WORD =
            "A text is none of the words that mean something in its place. The finding lists them.";

    static final String BAD_DATE =
            "A date is not one of the calendar, is written otherwise than 2025-01-31, or stands twice among "
                    + "the dates of a value.";

    static final String BAD_CODE =
            "A code of the European List of Waste has six digits in pairs, such as \"10 01 02\"; a star for "
                    + "hazardous waste may follow. Put it in quotes so that readers see it is no number.";

    static final String UNLISTED_CODE =
            "A code has the form of one, but the European List of Waste has none of these digits. Permits compare codes, so a "
                    + "mistyped one lets nothing through; 'circlab catalogue codes' lists all of them.";

    static final String CODE_NOT_IN_FORCE =
            "The List of Waste changed on 9 November 2026, and a material has a code that is not in it on the first day of the "
                    + "horizon: withdrawn before, or new later. Papers and permits of that day name another one.";

    static final String CODE_NOT_HAD =
            "The List of Waste changed on 9 November 2026. Its new wording of some codes, all codes of the new sub-chapter 19 14 and "
                    + "new ones of 16 06 could not be had, so the catalogue cannot tell what such a code means or whether it "
                    + "is hazardous.";

    static final String UNKNOWN_ENTRY =
            "The scenario names an entry that the catalogue does not have. 'circlab catalogue' lists its sections, 'circlab "
                    + "catalogue processes compost' the entries that mention a word.";

    static final String RECALLED_ENTRY =
            "The scenario names a row of the catalogue that nobody has read again in its source, so it is not loaded. Write "
                    + "'recalled' before the name to use it, graded assumed, or give the value with a source of your own.";

    static final String CATALOGUE_BLANK =
            "An entry of the catalogue has no value where the scenario needs one, or has it in another currency. A blank is "
                    + "missing, never zero, and no rate of exchange is assumed; the finding says which value to give.";

    static final String CATALOGUE_LEFT_OUT =
            "The catalogue does not know what a process emits, and the scenario does not say so either. The run goes on without, "
                    + "so its emissions are too low; give the value, 0 kgCO2e/t if that is meant.";

    static final String NO_RUNNING_COST =
            "Nobody says what a tonne costs in a process, neither the scenario nor an entry of the catalogue. A blank is missing, "
                    + "but the run counts it as none, so net costs are too low and margins too high; give the cost, 0 EUR/t if "
                    + "that is meant.";

    static final String OUTSIDE_CATALOGUE_RANGE =
            "The scenario uses an entry of the catalogue otherwise than its source allows: a share, content or distance outside "
                    + "the range that the source states, or a material beyond a limit of the process.";

    static final String FACTOR_FAMILIES_MIXED =
            "Emission factors of two families meet in one lab. They draw different boundaries, count credits twice or not at "
                    + "all, and weigh methane differently, so that their sum means nothing. Choose one family.";

    static final String UNKNOWN_CURRENCY =
            "An amount is in a currency of which the scenario states no rate, or a rate is of no currency of ISO 4217. No rate is "
                    + "assumed; 'currencies: { RSD: { per-euro: 117.2 } }' says how many are worth a euro.";

    static final String BAD_PLACE =
            "A place is latitude and longitude in degrees of WGS84, in this order: [46.380, 15.049]. "
                    + "Latitude lies within 90 degrees, longitude within 180.";

    static final String BAD_VERSION =
            "The file says that it is written for another version of the format. This program reads " + "'circlab: 1'.";

    static final String BAD_HORIZON =
            "The horizon is empty or not a whole number of days. It has a start date, a length and perhaps a "
                    + "warm-up before the start, in d, wk, mo or yr; months and years follow the calendar.";

    static final String HORIZON_TOO_LONG =
            "The horizon or its warm-up is longer than 200 years. No figure of a scenario holds that long, "
                    + "so the unit is probably wrong.";

    static final String BAD_SEASON =
            "A season has twelve weights from January to December, none negative and not all 0. They are "
                    + "scaled so that the yearly mean is kept.";

    static final String BAD_CALENDAR =
            "A working calendar names days (mon to sun, mon-fri, daily) with their shifts, such as 06:00-22:00, and "
                    + "holidays. It needs one shift at least; shifts must not overlap, and a night shift (22:00-06:00) "
                    + "belongs to the day on which it begins.";

    static final String BAD_BATCHES =
            "Recorded batches are a list of texts with time and mass, such as \"2025-01-03 12.5 t\" or "
                    + "\"2025-01-03T08:30 630 kg\", or a CSV file with the columns time and mass. At least one is needed.";

    static final String BATCHES_OUTSIDE =
            "Recorded batches lie before the warm-up or after the end of the horizon and are left out. Maybe the record is "
                    + "of other years: 'repeat: yes' repeats its calendar years over the whole run.";

    static final String BAD_YEARS =
            "What is put on the market is told for calendar years, each once, from the first to the last without gaps, as a map "
                    + "or as a table with year,value. Write 0 t/yr for a year in which nothing was. The first year must not lie "
                    + "after the run; what comes after the last goes on with 'growth'.";

    static final String BAD_LIFETIME =
            "How long products are used is one time for all of them ('12 yr'), or one of the laws normal and lognormal (each "
                    + "with the mean and the standard deviation of the lifetime itself) and weibull (shape, scale). Times are "
                    + "above 0 and at most 1000 years.";

    static final String SHORT_HISTORY =
            "What is put on the market is known for less time than products are used, so that old products, which are in use "
                    + "when the run begins, are missing in what arises. Begin with an earlier year, or say how much was in use "
                    + "before the first year ('stock'). A product that was new in the first year begins with 0 t/yr.";

    static final String SALES_ASSUMED =
            "The figures of what is put on the market end before the run does, and products of later years already become waste "
                    + "in it. The last figure goes on unless 'growth' says otherwise; 'growth: 0 %/yr' says just that.";

    static final String BAD_SPREAD =
            "A spread is none, exponential, or one of the laws lognormal, gamma, normal (each with cv), "
                    + "uniform (low, high) and triangular (low, mode, high). It multiplies the stated mean, so the "
                    + "mean of the law itself must be 1: low and high of uniform lie evenly around 1.";

    static final String BAD_SHARES =
            "Yields and losses of a process are shares of its total input and must add up to 100 %, since "
                    + "mass is conserved; additions are shares of it too and must stay below 100 %. What does not "
                    + "leave as a product or residue leaves as loss to air or water.";

    static final String MISSING_GRADE =
            "A source says where a figure comes from and must say how well it is known: measured (weighed or "
                    + "metered by the actor), reported (published), derived (computed from reported figures) or "
                    + "assumed. Results tell what share of the mass rests on each grade.";

    static final String UNKNOWN_MATERIAL =
            "A material is named that 'materials' does not declare. Every material of a scenario is declared "
                    + "there once, so that a slip of the pen cannot make a new one.";

    static final String UNKNOWN_PROCESS = "A line runs a process that 'processes' does not declare.";

    static final String UNKNOWN_SEASON = "A stream or need follows a season that 'seasons' does not declare.";

    static final String UNKNOWN_CALENDAR =
            "A line, stream, need or fleet works by a calendar that 'calendars' does not declare.";

    static final String UNKNOWN_ACTOR =
            "An actor is named, in a contract, a disposal, a preference, a fleet or a table of distances, that no variant "
                    + "declares under 'actors'.";

    static final String UNKNOWN_FLEET =
            "A stream is carried by a fleet or mode that 'haulage.fleets' and 'haulage.modes' do not declare. The word "
                    + "'haulier' stands for the haulier with trucks without limit.";

    static final String UNKNOWN_MODE =
            "A fleet or a table of distances names a mode of transport that 'haulage.modes' does not declare. Only 'truck' "
                    + "needs no declaration there.";

    static final String FLEET_NOT_OWN =
            "A stream, or an output of a process, is carried by a fleet that another actor owns. A fleet carries for "
                    + "its owner without being paid, so it cannot carry for others; they name a fleet of their own or "
                    + "the haulier.";

    static final String UNKNOWN_VARIANT =
            "A variant is named, on the command line or as 'baseline', that 'variants' does not have.";

    static final String UNKNOWN_COUNTRY =
            "A country is named by a code of two letters that ISO 3166-1 does not have. Greece is GR, the United Kingdom GB, "
                    + "Kosovo XK.";

    static final String BORDER_CONTRADICTION =
            "Of two rules for borders one names the country that waste leaves and the other the country that it enters, they "
                    + "say different things of the same pair, and neither prevails. A rule that names both countries "
                    + "settles it.";

    static final String NOT_TAKEN = "A line posts a gate fee for a material that its process does not take.";

    private ValueTexts() {}
}
