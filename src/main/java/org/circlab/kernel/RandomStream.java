package org.circlab.kernel;

/**
 * One stream of random numbers: xoshiro256++ 1.0 (Blackman and Vigna, "Scrambled linear pseudorandom number
 * generators", ACM TOMS 47(4), 2021) with a period of 2<sup>256</sup> - 1. The same stream gives the same bytes on
 * every JDK. Not for secrets, and for one thread at a time.
 */
public final class RandomStream {

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    RandomStream(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = (s0 | s1 | s2 | s3) == 0 ? 1 : s3;
    }

    /** All 64 bits, each long equally likely. */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform in [0, 1), a multiple of 2<sup>-53</sup>. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /**
     * Uniform in (0, 1), an odd multiple of 2<sup>-53</sup>: its logarithm is finite, and so is that of its
     * complement.
     */
    public double nextOpenDouble() {
        return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
    }

    /**
     * Uniform among 0, 1, ..., bound - 1, without bias (Lemire, "Fast random integer generation in an interval",
     * ACM TOMACS 29(1), 2019).
     *
     * @param bound at least 1
     * @throws IllegalArgumentException if the bound is below 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound is " + bound + "; it must be at least 1");
        }
        long product = (nextLong() >>> 32) * bound;
        long low = product & 0xffff_ffffL;
        if (low < bound) {
            long unfair = (1L << 32) % bound;
            while (low < unfair) {
                product = (nextLong() >>> 32) * bound;
                low = product & 0xffff_ffffL;
            }
        }
        return (int) (product >>> 32);
    }

    /** Exponential with mean 1, above 0. */
    public double nextExponential() {
        return Ziggurat.exponential(this);
    }

    /** Normal with mean 0 and standard deviation 1. */
    public double nextGaussian() {
        return Ziggurat.gaussian(this);
    }
}
