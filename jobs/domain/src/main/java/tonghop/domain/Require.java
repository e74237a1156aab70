package tonghop.domain;

import org.jspecify.annotations.Nullable;

/** What a value must fulfil to exist. */
public final class Require {

    private Require() {}

    /**
     * Refuses a value that cannot mean anything.
     *
     * @throws IllegalArgumentException with {@code message}, formatted, unless {@code holds}
     */
    public static void that(boolean holds, String message, @Nullable Object... args) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(args));
        }
    }
}
