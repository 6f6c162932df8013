package org.circlab.exchange;

/** What is expected of the rounds to come, for a rule that looks ahead. Grams; rounds ahead count from 1. */
public interface Outlook {

    /** An exchange that does not look ahead. */
    Outlook NONE = new Outlook() {
        @Override
        public int rounds() {
            return 0;
        }

        @Override
        public long offeredGrams(int outlet, int ahead) {
            return 0;
        }

        @Override
        public boolean mayGo(int outlet, int inlet) {
            return true;
        }

        @Override
        public long keptGrams(int outlet) {
            return 0;
        }

        @Override
        public long freedGrams(int inlet, int ahead) {
            return 0;
        }

        @Override
        public long savedGrams(int inlet) {
            return 0;
        }
    };

    /** How many rounds it reaches beyond the one at hand. */
    int rounds();

    /** What an outlet will newly offer. */
    long offeredGrams(int outlet, int ahead);

    /** Whether an inlet will take what an outlet offers, as far as that can be known. */
    boolean mayGo(int outlet, int inlet);

    /** The most that can wait at an outlet from one round to the next; 0 where there is no store. */
    long keptGrams(int outlet);

    /** Room that will become free at an inlet. */
    long freedGrams(int inlet, int ahead);

    /** Room of an inlet that, when it is not taken in one round, can still be taken in the next. */
    long savedGrams(int inlet);
}
