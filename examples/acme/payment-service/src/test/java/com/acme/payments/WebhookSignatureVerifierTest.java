package com.acme.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.payments.webhook.WebhookSignatureVerifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WebhookSignatureVerifierTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String SIGNATURE =
      "fc3a4b957a740d3659eff66aeab938145443feaf25617dde70fb34a6a3b4a708";
  private static final String BODY = "{\"event\":\"refund.settled\"}";

  @Test
  void acceptsTheProvidersSignature() {
    assertThat(verifier().verify(BODY, NOW, SIGNATURE)).isTrue();
  }

  @Test
  void rejectsAChangedBodyAndAnOldSignature() {
    assertThat(verifier().verify(BODY + " ", NOW, SIGNATURE)).isFalse();
    assertThat(verifier().verify(BODY, NOW.minusSeconds(301), SIGNATURE)).isFalse();
    assertThat(verifier().verify(BODY, NOW, "not hexadecimal")).isFalse();
  }

  @Test
  void refusesToStartWithoutAKey() {
    assertThatThrownBy(() -> new WebhookSignatureVerifier("paybridge", " ", CLOCK))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PAYMENTS_WEBHOOK_SIGNING_KEY");
  }

  private static WebhookSignatureVerifier verifier() {
    return new WebhookSignatureVerifier("paybridge", "sample-key", CLOCK);
  }
}
