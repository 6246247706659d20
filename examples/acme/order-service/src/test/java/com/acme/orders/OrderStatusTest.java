package com.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatusTest {

  @ParameterizedTest
  @CsvSource({
    "PLACED, PAID, true",
    "PAID, SHIPPED, true",
    "PAID, CANCELLED, true",
    "SHIPPED, CANCELLED, false",
    "DELIVERED, RETURNED, true",
    "RETURNED, PAID, false",
    "CANCELLED, PAID, false"
  })
  void allowsOnlyTheDocumentedWays(OrderStatus from, OrderStatus to, boolean allowed) {
    assertThat(from.canBecome(to)).isEqualTo(allowed);
  }

  @Test
  void refusesToCancelWhatIsOnItsWay() {
    Order shipped =
        new Order(
            "AC-10000001",
            OrderStatus.SHIPPED,
            "usr_01J8Z3K5Q7",
            "NL",
            "EUR",
            "p1",
            "r1",
            null,
            List.of(new Order.Line("DRL-18V-2", 1, 12100, 2100, 2100)),
            Instant.parse("2026-03-01T12:00:00Z"),
            3);

    assertThatThrownBy(() -> shipped.become(OrderStatus.CANCELLED))
        .isInstanceOf(OrderConflictException.class)
        .hasMessage("Order AC-10000001 is SHIPPED and cannot become CANCELLED");
  }
}
