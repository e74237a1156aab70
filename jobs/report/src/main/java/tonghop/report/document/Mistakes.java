package tonghop.report.document;

/** Gets what is wrong at one place of a template, such as a paragraph. */
interface Mistakes {

    void add(String vietnamese, String english);
}
