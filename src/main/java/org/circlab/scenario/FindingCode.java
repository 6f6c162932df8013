package org.circlab.scenario;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of finding, with what it means and what to do about it. */
public enum FindingCode {
    UNREADABLE_FILE(Severity.ERROR, FileTexts.UNREADABLE_FILE),
    FILE_TOO_LARGE(Severity.ERROR, FileTexts.FILE_TOO_LARGE),
    NOT_UTF8(Severity.ERROR, FileTexts.NOT_UTF8),
    BAD_CHARACTER(Severity.ERROR, FileTexts.BAD_CHARACTER),
    SYNTAX(Severity.ERROR, FileTexts.SYNTAX),
    TOO_DEEP(Severity.ERROR, FileTexts.TOO_DEEP),
    EMPTY_FILE(Severity.ERROR, FileTexts.EMPTY_FILE),
    DUPLICATE_KEY(Severity.ERROR, FileTexts.DUPLICATE_KEY),
    YAML_REFERENCE(Severity.ERROR, FileTexts.YAML_REFERENCE),
    YAML_TAG(Severity.ERROR, FileTexts.YAML_TAG),
    SEVERAL_DOCUMENTS(Severity.ERROR, FileTexts.SEVERAL_DOCUMENTS),
    WRONG_KIND(Severity.ERROR, FileTexts.WRONG_KIND),
    UNKNOWN_KEY(Severity.ERROR, FileTexts.UNKNOWN_KEY),
    MISSING_KEY(Severity.ERROR, FileTexts.MISSING_KEY),
    CONFLICTING_KEYS(Severity.ERROR, FileTexts.CONFLICTING_KEYS),
    NO_VALUE(Severity.ERROR, ValueTexts.NO_VALUE),
    BAD_ID(Severity.ERROR, ValueTexts.BAD_ID),
    DUPLICATE_ITEM(Severity.ERROR, ValueTexts.DUPLICATE_ITEM),
    BAD_QUANTITY(Severity.ERROR, ValueTexts.BAD_QUANTITY),
    OUT_OF_RANGE(Severity.ERROR, ValueTexts.OUT_OF_RANGE),
    BAD_WORD(Severity.ERROR, ValueTexts.BAD_WORD),
    BAD_DATE(Severity.ERROR, ValueTexts.BAD_DATE),
    BAD_CODE(Severity.ERROR, ValueTexts.BAD_CODE),
    UNLISTED_CODE(Severity.WARNING, ValueTexts.UNLISTED_CODE),
    CODE_NOT_IN_FORCE(Severity.WARNING, ValueTexts.CODE_NOT_IN_FORCE),
    CODE_NOT_HAD(Severity.WARNING, ValueTexts.CODE_NOT_HAD),
    UNKNOWN_ENTRY(Severity.ERROR, ValueTexts.UNKNOWN_ENTRY),
    RECALLED_ENTRY(Severity.ERROR, ValueTexts.RECALLED_ENTRY),
    CATALOGUE_BLANK(Severity.ERROR, ValueTexts.CATALOGUE_BLANK),
    CATALOGUE_LEFT_OUT(Severity.WARNING, ValueTexts.CATALOGUE_LEFT_OUT),
    NO_RUNNING_COST(Severity.WARNING, ValueTexts.NO_RUNNING_COST),
    OUTSIDE_CATALOGUE_RANGE(Severity.WARNING, ValueTexts.OUTSIDE_CATALOGUE_RANGE),
    FACTOR_FAMILIES_MIXED(Severity.ERROR, ValueTexts.FACTOR_FAMILIES_MIXED),
    UNKNOWN_CURRENCY(Severity.ERROR, ValueTexts.UNKNOWN_CURRENCY),
    BAD_PLACE(Severity.ERROR, ValueTexts.BAD_PLACE),
    BAD_VERSION(Severity.ERROR, ValueTexts.BAD_VERSION),
    BAD_HORIZON(Severity.ERROR, ValueTexts.BAD_HORIZON),
    HORIZON_TOO_LONG(Severity.ERROR, ValueTexts.HORIZON_TOO_LONG),
    BAD_SEASON(Severity.ERROR, ValueTexts.BAD_SEASON),
    BAD_CALENDAR(Severity.ERROR, ValueTexts.BAD_CALENDAR),
    BAD_BATCHES(Severity.ERROR, ValueTexts.BAD_BATCHES),
    BATCHES_OUTSIDE(Severity.WARNING, ValueTexts.BATCHES_OUTSIDE),
    BAD_YEARS(Severity.ERROR, ValueTexts.BAD_YEARS),
    BAD_LIFETIME(Severity.ERROR, ValueTexts.BAD_LIFETIME),
    SHORT_HISTORY(Severity.WARNING, ValueTexts.SHORT_HISTORY),
    SALES_ASSUMED(Severity.WARNING, ValueTexts.SALES_ASSUMED),
    BAD_SPREAD(Severity.ERROR, ValueTexts.BAD_SPREAD),
    BAD_SHARES(Severity.ERROR, ValueTexts.BAD_SHARES),
    MISSING_GRADE(Severity.ERROR, ValueTexts.MISSING_GRADE),
    UNKNOWN_MATERIAL(Severity.ERROR, ValueTexts.UNKNOWN_MATERIAL),
    UNKNOWN_PROCESS(Severity.ERROR, ValueTexts.UNKNOWN_PROCESS),
    UNKNOWN_SEASON(Severity.ERROR, ValueTexts.UNKNOWN_SEASON),
    UNKNOWN_CALENDAR(Severity.ERROR, ValueTexts.UNKNOWN_CALENDAR),
    UNKNOWN_ACTOR(Severity.ERROR, ValueTexts.UNKNOWN_ACTOR),
    UNKNOWN_FLEET(Severity.ERROR, ValueTexts.UNKNOWN_FLEET),
    UNKNOWN_MODE(Severity.ERROR, ValueTexts.UNKNOWN_MODE),
    FLEET_NOT_OWN(Severity.ERROR, ValueTexts.FLEET_NOT_OWN),
    UNKNOWN_VARIANT(Severity.ERROR, ValueTexts.UNKNOWN_VARIANT),
    UNKNOWN_COUNTRY(Severity.ERROR, ValueTexts.UNKNOWN_COUNTRY),
    BORDER_CONTRADICTION(Severity.ERROR, ValueTexts.BORDER_CONTRADICTION),
    NOT_TAKEN(Severity.ERROR, ValueTexts.NOT_TAKEN),
    BAD_SETTING(Severity.ERROR, FileTexts.BAD_SETTING),
    NO_SUCH_PATH(Severity.ERROR, FileTexts.NO_SUCH_PATH),
    DELETES_NOTHING(Severity.WARNING, FileTexts.DELETES_NOTHING),
    BAD_PATH(Severity.ERROR, FileTexts.BAD_PATH),
    BAD_EXTENDS(Severity.ERROR, FileTexts.BAD_EXTENDS),
    BAD_TABLE(Severity.ERROR, FileTexts.BAD_TABLE),
    BAD_DISTANCES(Severity.ERROR, FileTexts.BAD_DISTANCES),
    DUPLICATE_DISTANCE(Severity.ERROR, FileTexts.DUPLICATE_DISTANCE),
    BAD_LEVELS(Severity.ERROR, StudyTexts.BAD_LEVELS),
    NO_FACTOR(Severity.ERROR, StudyTexts.NO_FACTOR),
    NO_RANGE(Severity.ERROR, StudyTexts.NO_RANGE),
    BAD_STUDY(Severity.ERROR, StudyTexts.BAD_STUDY),
    UNKNOWN_STUDY(Severity.ERROR, StudyTexts.UNKNOWN_STUDY),
    BAD_POINTS(Severity.ERROR, StudyTexts.BAD_POINTS),
    NO_DISPOSAL_ROUTE(Severity.ERROR, LabTexts.NO_DISPOSAL_ROUTE),
    BANNED_WITHOUT_ROUTE(Severity.ERROR, LabTexts.BANNED_WITHOUT_ROUTE),
    QUOTA_WITHOUT_ROUTE(Severity.WARNING, LabTexts.QUOTA_WITHOUT_ROUTE),
    QUOTA_OF_NOTHING(Severity.WARNING, LabTexts.QUOTA_OF_NOTHING),
    CONTRACT_NOT_RECEIVED(Severity.ERROR, LabTexts.CONTRACT_NOT_RECEIVED),
    CONTRACT_NOT_GIVEN(Severity.ERROR, LabTexts.CONTRACT_NOT_GIVEN),
    BAD_TERM(Severity.ERROR, LabTexts.BAD_TERM),
    CONTRACT_OUTSIDE_HORIZON(Severity.WARNING, LabTexts.CONTRACT_OUTSIDE_HORIZON),
    CONTRACTS_OVERLAP(Severity.WARNING, LabTexts.CONTRACTS_OVERLAP),
    CONTRACTS_EXCEED_ARISING(Severity.WARNING, LabTexts.CONTRACTS_EXCEED_ARISING),
    CONTRACT_BEYOND_LIMITS(Severity.WARNING, LabTexts.CONTRACT_BEYOND_LIMITS),
    CONTRACT_EXCEEDS_CAPACITY(Severity.WARNING, LabTexts.CONTRACT_EXCEEDS_CAPACITY),
    LOOP_WITHOUT_LOADS(Severity.WARNING, LabTexts.LOOP_WITHOUT_LOADS),
    CIRCLE_GAINS(Severity.WARNING, LabTexts.CIRCLE_GAINS),
    CONTRACT_NOT_PERMITTED(Severity.ERROR, LabTexts.CONTRACT_NOT_PERMITTED),
    CONTRACT_NOT_STANDING(Severity.WARNING, LabTexts.CONTRACT_NOT_STANDING),
    STORE_WITHOUT_MATERIAL(Severity.ERROR, LabTexts.STORE_WITHOUT_MATERIAL),
    STORE_BELOW_BATCH(Severity.WARNING, LabTexts.STORE_BELOW_BATCH),
    STORE_NEVER_EMPTIED(Severity.WARNING, LabTexts.STORE_NEVER_EMPTIED),
    CALENDAR_NEVER_OPEN(Severity.WARNING, LabTexts.CALENDAR_NEVER_OPEN),
    NO_PLACE(Severity.ERROR, LabTexts.NO_PLACE),
    NOT_TIME_VARYING(Severity.ERROR, LabTexts.NOT_TIME_VARYING),
    UNKNOWN_TARGET(Severity.ERROR, LabTexts.UNKNOWN_TARGET),
    CANNOT_CLOSE(Severity.ERROR, LabTexts.CANNOT_CLOSE),
    EVENT_WITHOUT_CHANGE(Severity.ERROR, LabTexts.EVENT_WITHOUT_CHANGE),
    EVENT_OUTSIDE_HORIZON(Severity.WARNING, LabTexts.EVENT_OUTSIDE_HORIZON),
    IDLE_ACTOR(Severity.WARNING, LabTexts.IDLE_ACTOR),
    NOTHING_TO_TAKE(Severity.WARNING, LabTexts.NOTHING_TO_TAKE),
    PERMITS_FORBID_ALL(Severity.WARNING, LabTexts.PERMITS_FORBID_ALL),
    CODE_MATCHES_NOTHING(Severity.WARNING, LabTexts.CODE_MATCHES_NOTHING),
    PREFERRED_IN_VAIN(Severity.WARNING, LabTexts.PREFERRED_IN_VAIN),
    UNLIKELY_MAGNITUDE(Severity.WARNING, LabTexts.UNLIKELY_MAGNITUDE),
    TOO_MANY_EVENTS(Severity.ERROR, LabTexts.TOO_MANY_EVENTS),
    MANY_EVENTS(Severity.WARNING, LabTexts.MANY_EVENTS),
    BAD_COMPOSITION(Severity.ERROR, LabTexts.BAD_COMPOSITION),
    UNKNOWN_SUBSTANCE(Severity.ERROR, LabTexts.UNKNOWN_SUBSTANCE),
    UNKNOWN_DESTINATION(Severity.ERROR, LabTexts.UNKNOWN_DESTINATION),
    LIMITS_EXCLUDE_ALL(Severity.ERROR, LabTexts.LIMITS_EXCLUDE_ALL),
    LOOK_AHEAD_UNBLENDED(Severity.WARNING, LabTexts.LOOK_AHEAD_UNBLENDED),
    WHOLE_UNDER_OPTIMUM(Severity.ERROR, LabTexts.WHOLE_UNDER_OPTIMUM),
    BAD_FORMULA(Severity.ERROR, LabTexts.BAD_FORMULA),
    UNKNOWN_INDICATOR(Severity.ERROR, LabTexts.UNKNOWN_INDICATOR),
    NO_EFFECT(Severity.WARNING, LabTexts.NO_EFFECT),
    UNUSED(Severity.WARNING, LabTexts.UNUSED);

    private final Severity severity;
    private final String explanation;

    FindingCode(Severity severity, String explanation) {
        this.severity = severity;
        this.explanation = explanation;
    }

    /** The code of this name, in capitals or not, with '-' or '_'. */
    public static Optional<FindingCode> find(String name) {
        String plain = plain(name);
        return Arrays.stream(values()).filter(code -> code.name().equals(plain)).findFirst();
    }

    /** Names the code that was probably meant where there is none of a name, or nothing if none is near. */
    public static String maybe(String name) {
        return Suggestion.maybe(
                plain(name), Arrays.stream(values()).map(FindingCode::name).toList());
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Whether such a finding forbids to run the scenario. */
    public Severity severity() {
        return severity;
    }

    /** What such a finding means and what to do, in a paragraph. */
    public String explanation() {
        return explanation;
    }
}
