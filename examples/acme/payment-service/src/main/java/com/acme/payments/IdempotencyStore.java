package com.acme.payments;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which payment an Idempotency-Key created. The unique key is the lock: a second request
 * with the same key waits for the first transaction, then sees its row.
 */
@Component
public class IdempotencyStore {
  private final JdbcClient jdbc;

  public IdempotencyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the payment that already holds the key, or nothing when the key is now ours. */
  public Optional<UUID> claim(String client, String key, String requestHash, UUID paymentId) {
    int inserted =
        jdbc.sql(
                """
                insert into idempotency_keys (client, key, request_hash, payment_id)
                values (:client, :key, :requestHash, :paymentId)
                on conflict (client, key) do nothing
                """)
            .param("client", client)
            .param("key", key)
            .param("requestHash", requestHash)
            .param("paymentId", paymentId)
            .update();
    if (inserted == 1) {
      return Optional.empty();
    }

    Claim existing =
        jdbc.sql(
                """
                select payment_id, request_hash from idempotency_keys
                where client = :client and key = :key
                """)
            .param("client", client)
            .param("key", key)
            .query(Claim.class)
            .single();
    if (!existing.requestHash().equals(requestHash)) {
      throw new PaymentConflictException(
          "idempotency-key-reused",
          "Idempotency-Key '%s' was used for a different request".formatted(key));
    }
    return Optional.of(existing.paymentId());
  }

  public record Claim(UUID paymentId, String requestHash) {}
}
