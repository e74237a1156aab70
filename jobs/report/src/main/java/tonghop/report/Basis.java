package tonghop.report;

/**
 * All that a report depends on: the same basis gives the same bytes.
 *
 * @param unit the code of the unit that it is about
 * @param period its code
 * @param version of Tonghop
 * @param catalogue the catalogue's digest
 * @param submissions a digest of the sheets that it stands on
 */
public record Basis(String unit, String period, String version, String catalogue, String submissions) {}
