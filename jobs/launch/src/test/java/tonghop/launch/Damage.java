package tonghop.launch;

/**
 * One way in which sheets go wrong on their way to us.
 *
 * @param name what was done, to be read after 'a sheet'
 * @param hurt does it to one table; false if the table has nothing to do it to
 */
record Damage(String name, Hurt hurt) {

    /** What does it. */
    @FunctionalInterface
    interface Hurt {
        boolean to(SampleTable table);
    }

    static Damage of(String name, Hurt hurt) {
        return new Damage(name, hurt);
    }

    @Override
    public String toString() {
        return name;
    }
}
