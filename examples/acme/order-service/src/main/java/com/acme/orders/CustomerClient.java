package com.acme.orders;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Reads customers through the user API. */
@Component
class CustomerClient {
  private final RestClient http;
  private final boolean isChecking;

  CustomerClient(
      RestClient.Builder builder,
      @Value("${user-api.url}") String url,
      @Value("${orders.check-customers}") boolean isChecking) {
    this.http = builder.baseUrl(url).build();
    this.isChecking = isChecking;
  }

  boolean isActive(String customerId) {
    if (!isChecking) {
      return true;
    }
    try {
      Customer customer =
          http.get()
              .uri("/v1/users/{id}?fields=id,status", customerId)
              .retrieve()
              .body(Customer.class);
      return customer != null && "active".equals(customer.status());
    } catch (HttpClientErrorException.NotFound e) {
      return false;
    }
  }

  record Customer(String id, String status) {}
}
