package org.circlab.score.bound;

/** What the score is made of. In each dimension less is better. */
public enum Dimension {
    /** Virgin material bought, for needs and by recipes, in tonnes. */
    CIRCULARITY("circularity", "t/yr"),
    /** Net greenhouse gases, in tonnes of CO2e. */
    CLIMATE("climate", "tCO2e/yr"),
    /** Net cost of the lab to its actors, annuities included, in euros. */
    ECONOMY("economy", "EUR/yr");

    private final String word;
    private final String unit;

    Dimension(String word, String unit) {
        this.word = word;
        this.unit = unit;
    }

    /** The word used in results and scenario files. */
    public String word() {
        return word;
    }

    /** The unit of what is scored, a year. */
    public String unit() {
        return unit;
    }
}
