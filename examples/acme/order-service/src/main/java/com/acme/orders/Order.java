package com.acme.orders;

import java.time.Instant;
import java.util.List;

/** An order as it is stored. Amounts are minor units, VAT included. */
public record Order(
    String number,
    OrderStatus status,
    String customerId,
    String market,
    String currency,
    String paymentId,
    String reservationId,
    Delivery delivery,
    List<Line> lines,
    Instant placedAt,
    long version) {

  public record Line(
      String sku, int quantity, long grossMinor, int vatBasisPoints, long vatMinor) {}

  public record Delivery(Address address, String optionId) {}

  public record Address(
      String recipient, List<String> lines, String postalCode, String city, String country) {}

  public long grossMinor() {
    return lines.stream().mapToLong(Line::grossMinor).sum();
  }

  public long vatMinor() {
    return lines.stream().mapToLong(Line::vatMinor).sum();
  }

  public Order become(OrderStatus next) {
    if (!status.canBecome(next)) {
      throw new OrderConflictException(
          "Order %s is %s and cannot become %s".formatted(number, status, next));
    }
    return new Order(
        number,
        next,
        customerId,
        market,
        currency,
        paymentId,
        reservationId,
        delivery,
        lines,
        placedAt,
        version);
  }
}
