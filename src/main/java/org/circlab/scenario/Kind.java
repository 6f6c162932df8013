package org.circlab.scenario;

/** What an id may name. */
enum Kind {
    MATERIAL("material", FindingCode.UNKNOWN_MATERIAL, "materials"),
    PROCESS("process", FindingCode.UNKNOWN_PROCESS, "processes"),
    SEASON("season", FindingCode.UNKNOWN_SEASON, "seasons"),
    ACTOR("actor", FindingCode.UNKNOWN_ACTOR, "actors"),
    FLEET("fleet", FindingCode.UNKNOWN_FLEET, "haulage.fleets");

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

    /** The path of the map that declares such ids. */
    String declaredIn() {
        return declaredIn;
    }
}
