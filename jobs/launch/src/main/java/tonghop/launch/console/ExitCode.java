package tonghop.launch.console;

import java.util.stream.Stream;

/** How a command ended. The numbers are an interface: cron jobs and scripts depend on them. */
public enum ExitCode {
    DONE(0),
    /** Done, and the inbox as it now is holds rejected or unrecognised files. */
    DONE_WITH_REJECTIONS(1),
    /** Wrong usage or configuration. */
    USAGE(2),
    /** Not everything could be done because of the surroundings: database, disk, permissions. */
    SURROUNDINGS(3),
    /** The same because of a defect in Tonghop itself. */
    DEFECT(4),
    /** Another run holds the lock, or the period is closed. */
    REFUSED(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The code of that {@link #number}. */
    public static ExitCode of(int number) {
        return Stream.of(values())
                .filter(code -> code.number == number)
                .findFirst()
                .orElseThrow();
    }

    /** This one, unless {@code other} is worse. */
    public ExitCode atLeast(ExitCode other) {
        return other.number > number ? other : this;
    }
}
