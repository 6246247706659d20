package com.acme.payments.webhook;

import com.acme.payments.PaymentService;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Profile("webhook-worker")
class WebhookController {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);

  private final WebhookSignatureVerifier signatures;
  private final PaymentService payments;
  private final ObjectMapper json;

  WebhookController(
      WebhookSignatureVerifier signatures, PaymentService payments, ObjectMapper json) {
    this.signatures = signatures;
    this.payments = payments;
    this.json = json;
  }

  /** The signature covers the bytes as sent, so the body is parsed only after the check. */
  @PostMapping("/webhooks/paybridge")
  ResponseEntity<Void> receive(
      @RequestHeader("Paybridge-Timestamp") long timestamp,
      @RequestHeader("Paybridge-Signature") String signature,
      @RequestBody String body)
      throws JsonProcessingException {
    if (!signatures.verify(body, Instant.ofEpochSecond(timestamp), signature)) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    Event event = json.readValue(body, Event.class);
    switch (event.type()) {
      case "authorisation.expired" -> payments.expire(event.reference());
      default -> LOG.info("Ignored provider event {} of {}", event.type(), event.reference());
    }
    return ResponseEntity.noContent().build();
  }

  record Event(String type, String reference) {}
}
