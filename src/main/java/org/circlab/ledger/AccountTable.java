package org.circlab.ledger;

import java.util.Arrays;

/**
 * Accounts of a few whole numbers each, named by up to three small numbers and numbered in the order in which they are opened.
 * Name and values of an account lie side by side.
 */
final class AccountTable {

    private static final int SECOND_BITS = 20;
    private static final int THIRD_BITS = 16;
    private static final int MAX_FIRST = 1 << (Long.SIZE - SECOND_BITS - THIRD_BITS);
    private static final int MAX_SECOND = 1 << SECOND_BITS;
    private static final int MAX_THIRD = 1 << THIRD_BITS;

    /** Odd, so that multiplying keeps names apart; spreads them over the hash table. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Stands for an account that has not been opened. */
    static final int NONE = -1;

    private final int stride;
    /** Accounts by the hash of their names, or the place after it that was free; at least half of all places are. */
    private int[] places = unopened(32);

    private long[] cells;
    private int size;

    /** No accounts yet; each will have {@code width} values. */
    AccountTable(int width) {
        this.stride = 1 + width;
        this.cells = new long[16 * stride];
    }

    private static int[] unopened(int places) {
        int[] none = new int[places];
        Arrays.fill(none, NONE);
        return none;
    }

    /** The account of a name, opened with zeros where it is new. */
    int open(int first, int second, int third) {
        long name = name(first, second, third);
        int place = place(name);
        if (places[place] != NONE) {
            return places[place];
        }
        if ((size + 1) * stride > cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        cells[size * stride] = name;
        places[place] = size++;
        if (2 * size > places.length) {
            spread();
        }
        return size - 1;
    }

    /** The account of a name, or {@link #NONE}. */
    int find(int first, int second, int third) {
        return places[place(name(first, second, third))];
    }

    private static long name(int first, int second, int third) {
        if (first >= MAX_FIRST || second >= MAX_SECOND || third >= MAX_THIRD) {
            throw new IllegalArgumentException("an account is named " + first + ", " + second + ", " + third
                    + "; the books hold names below " + MAX_FIRST + ", " + MAX_SECOND + ", " + MAX_THIRD);
        }
        return ((((long) first << SECOND_BITS) | second) << THIRD_BITS) | third;
    }

    /** Where the account of a name is, or a free place for it. */
    private int place(long name) {
        int place = (int) ((name * SPREAD) >>> (Long.numberOfLeadingZeros(places.length) + 1));
        while (places[place] != NONE && cells[places[place] * stride] != name) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private void spread() {
        places = unopened(2 * places.length);
        for (int account = 0; account < size; account++) {
            places[place(cells[account * stride])] = account;
        }
    }

    int size() {
        return size;
    }

    int first(int account) {
        return (int) (cells[account * stride] >>> (SECOND_BITS + THIRD_BITS));
    }

    int second(int account) {
        return (int) (cells[account * stride] >>> THIRD_BITS) & (MAX_SECOND - 1);
    }

    int third(int account) {
        return (int) cells[account * stride] & (MAX_THIRD - 1);
    }

    void add(int account, int column, long amount) {
        int cell = account * stride + 1 + column;
        cells[cell] = Math.addExact(cells[cell], amount);
    }

    long value(int account, int column) {
        return cells[account * stride + 1 + column];
    }

    /** Sets all values to 0; the accounts stay open. */
    void clear() {
        for (int account = 0; account < size; account++) {
            Arrays.fill(cells, account * stride + 1, (account + 1) * stride, 0);
        }
    }
}
