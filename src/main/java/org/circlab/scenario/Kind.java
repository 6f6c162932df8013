package org.circlab.scenario;

import java.util.List;

/** What an id may name. */
enum Kind {
    MATERIAL("material", FindingCode.UNKNOWN_MATERIAL, "materials"),
    PROCESS("process", FindingCode.UNKNOWN_PROCESS, "processes"),
    SEASON("season", FindingCode.UNKNOWN_SEASON, "seasons"),
    CALENDAR("calendar", FindingCode.UNKNOWN_CALENDAR, "calendars"),
    ACTOR("actor", FindingCode.UNKNOWN_ACTOR, "actors"),
    MODE("mode", FindingCode.UNKNOWN_MODE, "haulage.modes"),
    CARRIER("fleet or mode", FindingCode.UNKNOWN_FLEET, "haulage.fleets or haulage.modes");

    private final String word;
    private final FindingCode unknown;
    private final String declaredIn;

    Kind(String word, FindingCode unknown, String declaredIn) {
        this.word = word;
        this.unknown = unknown;
        this.declaredIn = declaredIn;
    }

    String word() {
        return word;
    }

    FindingCode unknown() {
        return unknown;
    }

    /** The path of the map that declares such ids, or the paths of several with 'or' between them. */
    String declaredIn() {
        return declaredIn;
    }

    /** The paths of the maps that declare such ids. */
    List<String> paths() {
        return List.of(declaredIn.split(" or ", -1));
    }
}
