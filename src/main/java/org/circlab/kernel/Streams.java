package org.circlab.kernel;

/**
 * The streams of chance of one replication, found by name. A stream depends on nothing but (seed, replication,
 * purpose, actor, subject): to add an actor or to draw more in one place changes no draw of any other stream, so
 * scenarios can be compared under common random numbers (Law, <i>Simulation Modeling and Analysis</i>, 5th ed.,
 * 11.2).
 *
 * <p>The name is hashed to 128 bits in two lanes, which chain bijective 64-bit mixers: variant 13 of Stafford
 * (2011), used by SplitMix64 (Steele, Lea, Flood 2014), and the finaliser of MurmurHash3 (Appleby 2011). Each text
 * goes in behind its length, so that ("a", "bc") and ("ab", "c") differ. Each lane seeds half of the generator's
 * state through SplitMix64, as Blackman and Vigna (2021) advise. Two of a million streams overlap in a trillion
 * draws each with a probability below 1e-50.
 */
public final class Streams {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long SILVER = 0xd1342543de82ef95L;

    private final long seed;
    private final int replication;

    /**
     * The streams of one replication.
     *
     * @param seed any long
     * @param replication the number of the replication, any int
     */
    public Streams(long seed, int replication) {
        this.seed = seed;
        this.replication = replication;
    }

    /**
     * A stream at its first draw. Equal names give equal, separate streams; keep the stream to go on drawing.
     *
     * @param purpose what the draws decide, such as "breakdown"
     * @param actor the id of the actor they belong to, empty if none
     * @param subject what of the actor's, such as a material's id, empty if none
     */
    public RandomStream stream(String purpose, String actor, String subject) {
        Name name = new Name();
        name.add(seed);
        name.add(replication);
        name.add(purpose);
        name.add(actor);
        name.add(subject);
        long left = name.left + GOLDEN;
        long right = name.right + GOLDEN;
        return new RandomStream(mix13(left), mix13(left + GOLDEN), mix13(right), mix13(right + GOLDEN));
    }

    /** The hash of a name while it is read, in two lanes. */
    private static final class Name {
        private long left = GOLDEN;
        private long right = SILVER;

        void add(long word) {
            left = mix13((left ^ word) + GOLDEN);
            right = murmur((right ^ word) * SILVER + 1);
        }

        /** Adds the length and then the UTF-16 units, four to a word. */
        void add(String text) {
            int length = text.length();
            add(length);
            for (int start = 0; start < length; start += 4) {
                long word = 0;
                for (int i = start; i < Math.min(start + 4, length); i++) {
                    word = word << 16 | text.charAt(i);
                }
                add(word);
            }
        }
    }

    private static long mix13(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static long murmur(long value) {
        long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
