package org.circlab.kernel;

/**
 * Exponential and normal draws by the ziggurat method (Marsaglia and Tsang, "The ziggurat method for generating
 * random variables", J. Stat. Software 5(8), 2000). The density is covered by 256 layers of equal area; most draws
 * are one look-up and one multiplication. Layer and abscissa come from different bits of a word, as Doornik ("An
 * improved ziggurat method", 2005) requires. Tables and rare branches use {@link StrictMath}, so every JDK gives
 * the same bytes.
 */
final class Ziggurat {

    private static final int LAYERS = 256;

    /** Where the base layer ends and the tail begins, and the area of a layer; solved to 60 digits, then rounded. */
    private static final double EXPONENTIAL_TAIL = 7.69711747013105;

    private static final double EXPONENTIAL_AREA = 0.003949659822581557;
    private static final double NORMAL_TAIL = 3.654152885361009;
    private static final double NORMAL_AREA = 0.004928673233974655;

    /**
     * Right edges of the layers from the base up, the base widened to take in the tail's area; then the density
     * there.
     */
    private static final double[] EXPONENTIAL_EDGE = new double[LAYERS + 1];

    private static final double[] EXPONENTIAL_DENSITY = new double[LAYERS + 1];
    private static final double[] NORMAL_EDGE = new double[LAYERS + 1];
    private static final double[] NORMAL_DENSITY = new double[LAYERS + 1];

    static {
        double density = StrictMath.exp(-EXPONENTIAL_TAIL);
        EXPONENTIAL_EDGE[0] = EXPONENTIAL_AREA / density;
        for (int i = 1; i < LAYERS; i++) {
            EXPONENTIAL_EDGE[i] = i == 1 ? EXPONENTIAL_TAIL : -StrictMath.log(density);
            EXPONENTIAL_DENSITY[i] = density;
            density += EXPONENTIAL_AREA / EXPONENTIAL_EDGE[i];
        }
        EXPONENTIAL_DENSITY[LAYERS] = 1;

        density = StrictMath.exp(-0.5 * NORMAL_TAIL * NORMAL_TAIL);
        NORMAL_EDGE[0] = NORMAL_AREA / density;
        for (int i = 1; i < LAYERS; i++) {
            NORMAL_EDGE[i] = i == 1 ? NORMAL_TAIL : Math.sqrt(-2 * StrictMath.log(density));
            NORMAL_DENSITY[i] = density;
            density += NORMAL_AREA / NORMAL_EDGE[i];
        }
        NORMAL_DENSITY[LAYERS] = 1;
    }

    private Ziggurat() {}

    static double exponential(RandomStream stream) {
        double shift = 0;
        while (true) {
            long word = stream.nextLong();
            int layer = (int) word & (LAYERS - 1);
            double x = ((word >>> 12) + 0.5) * 0x1p-52 * EXPONENTIAL_EDGE[layer];
            if (x < EXPONENTIAL_EDGE[layer + 1]) {
                return shift + x;
            }
            if (layer == 0) {
                shift += EXPONENTIAL_TAIL;
            } else if (between(stream, EXPONENTIAL_DENSITY, layer) < StrictMath.exp(-x)) {
                return shift + x;
            }
        }
    }

    static double gaussian(RandomStream stream) {
        while (true) {
            long word = stream.nextLong();
            int layer = (int) word & (LAYERS - 1);
            double x = ((word >> 11) + 0.5) * 0x1p-52 * NORMAL_EDGE[layer];
            double size = Math.abs(x);
            if (size < NORMAL_EDGE[layer + 1]) {
                return x;
            }
            if (layer == 0) {
                return Math.copySign(normalTail(stream), x);
            }
            if (between(stream, NORMAL_DENSITY, layer) < StrictMath.exp(-0.5 * size * size)) {
                return x;
            }
        }
    }

    private static double between(RandomStream stream, double[] density, int layer) {
        return density[layer] + stream.nextDouble() * (density[layer + 1] - density[layer]);
    }

    /** A normal value known to lie beyond the base layer (Marsaglia 1964). */
    private static double normalTail(RandomStream stream) {
        while (true) {
            double beyond = exponential(stream) / NORMAL_TAIL;
            if (2 * exponential(stream) > beyond * beyond) {
                return NORMAL_TAIL + beyond;
            }
        }
    }
}
