package com.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.when;

import com.acme.orders.OrderService.PlaceOrder;
import com.acme.orders.OrderService.Price;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

@SpringBootTest(properties = "orders.outbox-interval=1h")
@Testcontainers
class OutboxTest {
  @Container @ServiceConnection
  static final PostgreSQLContainer<?> DATABASE = new PostgreSQLContainer<>("postgres:16");

  @Autowired private OrderService orders;
  @Autowired private Outbox outbox;
  @Autowired private JdbcClient jdbc;
  @MockitoBean private KafkaTemplate<String, String> kafka;
  @MockitoBean private CustomerClient customers;

  @Test
  void publishesEachChangeOnceAndInOrder() {
    when(kafka.send(anyString(), anyString(), anyString()))
        .thenReturn(CompletableFuture.completedFuture(null));
    String number = orders.numberFor("checkout-1");
    orders.place(command(number));
    orders.place(command(number));
    orders.advance(number, OrderStatus.PAID, Map.of("paymentId", "p1"));

    outbox.publish();

    InOrder inOrder = inOrder(kafka);
    inOrder.verify(kafka).send(any(), eq(number), contains("order.placed"));
    inOrder.verify(kafka).send(any(), eq(number), contains("order.paid"));
    inOrder.verifyNoMoreInteractions();
    assertThat(jdbc.sql("select count(*) from outbox").query(Long.class).single()).isZero();
  }

  @Test
  void givesACheckoutTheSameNumberAgain() {
    assertThat(orders.numberFor("checkout-2"))
        .matches("AC-\\d{8}")
        .isEqualTo(orders.numberFor("checkout-2"));
  }

  private static PlaceOrder command(String number) {
    return new PlaceOrder(
        number,
        null,
        "p1",
        "r1",
        "NL",
        new Price("EUR", List.of(new Order.Line("DRL-18V-2", 1, 12100, 2100, 2100))),
        new Order.Delivery(
            new Order.Address("Ana Lima", List.of("Coolsingel 42"), "3011 AD", "Rotterdam", "NL"),
            "home-standard"));
  }
}
