package com.acme.payments.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks that a webhook was signed by the provider and is not a replay of an old one. */
public class WebhookSignatureVerifier {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final SecretKeySpec key;
  private final Clock clock;

  public WebhookSignatureVerifier(String provider, String signingKey, Clock clock) {
    if (signingKey == null || signingKey.isBlank()) {
      throw new IllegalStateException(
          ("No signing key for payment provider '%s': set PAYMENTS_WEBHOOK_SIGNING_KEY"
                  + " (secret '%s', key 'webhook-signing-key')")
              .formatted(provider, provider));
    }
    this.key = new SecretKeySpec(signingKey.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  public boolean verify(String body, Instant signedAt, String signature) {
    if (Duration.between(signedAt, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
      return false;
    }
    byte[] expected = sign(signedAt.getEpochSecond() + "." + body);
    byte[] actual;
    try {
      actual = HexFormat.of().parseHex(signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
    return MessageDigest.isEqual(expected, actual);
  }

  private byte[] sign(String payload) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The Java runtime lacks " + ALGORITHM, e);
    }
  }
}
