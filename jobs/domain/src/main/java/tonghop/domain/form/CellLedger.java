package tonghop.domain.form;

/**
 * Where the cells of a table went. Every cell in the rows and columns of the table is in exactly one bucket.
 *
 * @param observations cells that became observations
 * @param blank cells that may be empty and are
 * @param controls cells of total and subtotal rows, which were compared and not added
 * @param notes labels, ordinals and remarks
 * @param rejected cells with a finding instead of a value
 */
public record CellLedger(int observations, int blank, int controls, int notes, int rejected) {

    public static final CellLedger EMPTY = new CellLedger(0, 0, 0, 0, 0);

    /** All cells that were read. */
    public int read() {
        return observations + blank + controls + notes + rejected;
    }

    public CellLedger plus(CellLedger other) {
        return new CellLedger(
                observations + other.observations,
                blank + other.blank,
                controls + other.controls,
                notes + other.notes,
                rejected + other.rejected);
    }
}
