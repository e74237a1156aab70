/** What checking came to: findings with their facts, place and severity, and the answers of senders. */
@NullMarked
package tonghop.domain.finding;

import org.jspecify.annotations.NullMarked;
