package com.acme.payments.provider;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

@Component
public class PaybridgeClient implements PaymentProvider {
  private final RestClient http;

  public PaybridgeClient(RestClient.Builder builder, Settings settings) {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
    requests.setReadTimeout(settings.timeout());
    this.http =
        builder
            .requestFactory(requests)
            .baseUrl(settings.url())
            .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.apiKey())
            .build();
  }

  @Override
  public Authorisation authorise(UUID paymentId, String token, long amountMinor, String currency) {
    try {
      Created created =
          http.post()
              .uri("/authorisations")
              .header("Idempotency-Key", paymentId.toString())
              .body(Map.of("token", token, "amount", amountMinor, "currency", currency))
              .retrieve()
              .body(Created.class);
      if (created == null) {
        throw new IllegalStateException("Paybridge answered without a body");
      }
      return Authorisation.approved(created.id());
    } catch (HttpClientErrorException e) {
      // 402 is an answer, not a failure: the bank said no.
      if (e.getStatusCode() == HttpStatus.PAYMENT_REQUIRED) {
        Decline decline = e.getResponseBodyAs(Decline.class);
        return Authorisation.declined(decline == null ? "unknown" : decline.code());
      }
      throw e;
    }
  }

  @Override
  public void capture(String reference, long amountMinor) {
    post("/authorisations/{reference}/capture", reference, Map.of("amount", amountMinor));
  }

  @Override
  public void cancel(String reference) {
    post("/authorisations/{reference}/void", reference, Map.of());
  }

  @Override
  public void refund(String reference, long amountMinor, String reason) {
    post(
        "/authorisations/{reference}/refunds",
        reference,
        Map.of("amount", amountMinor, "reason", reason));
  }

  private void post(String path, String reference, Map<String, ?> body) {
    http.post().uri(path, reference).body(body).retrieve().toBodilessEntity();
  }

  @ConfigurationProperties("payments.provider")
  public record Settings(String url, String apiKey, Duration timeout) {}

  record Created(String id) {}

  record Decline(String code) {}
}
