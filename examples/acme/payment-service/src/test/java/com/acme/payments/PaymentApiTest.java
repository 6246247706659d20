package com.acme.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.acme.payments.provider.Authorisation;
import com.acme.payments.provider.PaymentProvider;
import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

@SpringBootTest
@AutoConfigureMockMvc
@Testcontainers
class PaymentApiTest {
  @Container @ServiceConnection
  static final PostgreSQLContainer<?> DATABASE = new PostgreSQLContainer<>("postgres:16");

  @Autowired private MockMvc mvc;
  @MockitoBean private PaymentProvider provider;

  @Test
  void authorisesOncePerIdempotencyKey() throws Exception {
    approve("pb_1001");
    String key = UUID.randomUUID().toString();

    String first = body(create(key, "AC-10000001", 4999));
    String second = body(create(key, "AC-10000001", 4999));

    assertThat(second).isEqualTo(first);
    verify(provider, times(1)).authorise(any(), anyString(), anyLong(), anyString());
  }

  @Test
  void rejectsTheSameKeyWithAnotherAmount() throws Exception {
    approve("pb_1002");
    String key = UUID.randomUUID().toString();
    mvc.perform(create(key, "AC-10000002", 4999)).andExpect(status().isCreated());

    mvc.perform(create(key, "AC-10000002", 5999))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value(endsWith("/idempotency-key-reused")));
  }

  @Test
  void keepsDeclinedPaymentsWithTheirReason() throws Exception {
    when(provider.authorise(any(), anyString(), anyLong(), anyString()))
        .thenReturn(Authorisation.declined("insufficient_funds"));

    mvc.perform(create(UUID.randomUUID().toString(), "AC-10000003", 120000))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.status").value("declined"))
        .andExpect(jsonPath("$.declineCode").value("insufficient_funds"));
  }

  @Test
  void refundsNeverExceedTheCapturedAmount() throws Exception {
    approve("pb_1004");
    String id =
        JsonPath.read(body(create(UUID.randomUUID().toString(), "AC-10000004", 3000)), "$.id");
    mvc.perform(post("/v1/payments/{id}/capture", id)).andExpect(status().isOk());
    mvc.perform(refund(id, 2000))
        .andExpect(jsonPath("$.status").value("partially_refunded"))
        .andExpect(jsonPath("$.refunded.minorUnits").value(2000));

    mvc.perform(refund(id, 1001))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value(endsWith("/refund-exceeds-remaining")));
    verify(provider, never()).refund("pb_1004", 1001, "returned");
  }

  @Test
  void answersUnknownPaymentsWithAProblem() throws Exception {
    mvc.perform(get("/v1/payments/{id}", UUID.randomUUID()))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.type").value(endsWith("/not-found")));
  }

  private void approve(String reference) {
    when(provider.authorise(any(), anyString(), anyLong(), anyString()))
        .thenReturn(Authorisation.approved(reference));
  }

  private String body(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request).andReturn().getResponse().getContentAsString();
  }

  private static MockHttpServletRequestBuilder create(String key, String order, long minorUnits) {
    return post("/v1/payments")
        .header("Idempotency-Key", key)
        .header("X-Acme-Client", "checkout-service")
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            """
            {
              "orderNumber": "%s",
              "amount": { "minorUnits": %d, "currency": "EUR" },
              "paymentToken": "tok_test"
            }
            """
                .formatted(order, minorUnits));
  }

  private static MockHttpServletRequestBuilder refund(String id, long minorUnits) {
    return post("/v1/payments/{id}/refunds", id)
        .contentType(MediaType.APPLICATION_JSON)
        .content("{ \"minorUnits\": %d, \"reason\": \"returned\" }".formatted(minorUnits));
  }
}
