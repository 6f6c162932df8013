package org.circlab.report.sankey;

/** What else there is to tell of the links of a diagram, besides their mass. */
public interface Notes {

    /** Nothing else. */
    Notes NONE = new Notes() {
        @Override
        public String words(int link) {
            return "";
        }

        @Override
        public double halfWidthGrams(int link) {
            return 0;
        }
    };

    /** What is put behind the mass of a link, by its index. */
    String words(int link);

    /** The half-width of the interval around its grams; 0 where there is none. */
    double halfWidthGrams(int link);
}
