package example.acme.user.account;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Optional;

/** A customer account as other services may see it: without its password hash. */
public record Account(
    String id,
    String email,
    boolean isEmailVerified,
    String displayName,
    Optional<String> phone,
    String locale,
    Status status,
    Instant createdAt,
    long version) {

  public enum Status {
    ACTIVE,
    LOCKED,
    CLOSING;

    /** The spelling on the wire and in the database. */
    @JsonValue
    public String code() {
      return name().toLowerCase();
    }
  }

  public boolean canSignIn() {
    // Signing in is also how a customer takes an erasure back, so CLOSING may.
    return status != Status.LOCKED;
  }
}
