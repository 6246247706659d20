package com.acme.invoices;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Reads payments through the payment API. */
@Component
public class PaymentClient {
  private final RestClient http;

  public PaymentClient(RestClient.Builder builder, @Value("${payment-api.url}") String url) {
    this.http = builder.baseUrl(url).build();
  }

  public Payment get(UUID id) {
    return http.get().uri("/payments/{id}", id).retrieve().body(Payment.class);
  }

  public record Payment(UUID id, String orderNumber, String status, Money amount) {
    boolean isCaptured() {
      return "captured".equals(status);
    }
  }

  public record Money(long minorUnits, String currency) {}
}
