package org.circlab.ledger;

/** The books do not close: mass or money has been lost or made, which is a defect of the program, never of a scenario. */
public final class BooksException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** States which account fails and by how much. */
    public BooksException(String message) {
        super(message);
    }
}
