package tonghop.domain;

import java.util.Locale;

/** The level of a unit in the administrative hierarchy, highest first. */
public enum UnitLevel {
    /** 'Cả nước'. */
    COUNTRY,
    /** 'Tỉnh', 'thành phố trực thuộc trung ương'. */
    PROVINCE,
    /** 'Huyện', 'quận', 'thị xã', 'thành phố thuộc tỉnh'; abolished on 1 July 2025. */
    DISTRICT,
    /** 'Xã', 'phường', 'thị trấn', 'đặc khu'. */
    COMMUNE;

    /** The word used in files and outputs, such as {@code district}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the word that {@link #code} writes.
     *
     * @throws IllegalArgumentException if {@code code} names no level
     */
    public static UnitLevel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
