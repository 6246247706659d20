package com.acme.orders;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class OrderService {
  private final OrderStore orders;
  private final Outbox outbox;
  private final CustomerClient customers;
  private final Clock clock;

  public OrderService(
      OrderStore orders, Outbox outbox, CustomerClient customers, Clock clock) {
    this.orders = orders;
    this.outbox = outbox;
    this.customers = customers;
    this.clock = clock;
  }

  @Transactional
  public String numberFor(String checkoutId) {
    return orders.numberFor(checkoutId);
  }

  /** Placing the same order again changes nothing and publishes nothing. */
  @Transactional
  public Order place(PlaceOrder command) {
    if (command.customerId() != null && !customers.isActive(command.customerId())) {
      throw new OrderConflictException(
          "Customer %s is locked or unknown".formatted(command.customerId()));
    }
    Order order =
        new Order(
            command.orderNumber(),
            OrderStatus.PLACED,
            command.customerId(),
            command.market(),
            command.price().currency(),
            command.paymentId(),
            command.reservationId(),
            command.delivery(),
            command.price().lines(),
            clock.instant(),
            0);
    if (!orders.insert(order)) {
      return get(order.number());
    }
    outbox.add(
        order,
        Map.of(
            "country", order.market(),
            "amount", amount(order),
            "reservationId", order.reservationId(),
            "lines", order.lines(),
            "delivery", order.delivery()));
    return order;
  }

  @Transactional
  public Order advance(String number, OrderStatus next, Map<String, ?> details) {
    Order order = get(number);
    if (order.status() == next) {
      return order;
    }
    Order advanced = order.become(next);
    orders.update(advanced);
    // Goods of an order that was never paid move no money.
    boolean movesMoney = !(next == OrderStatus.CANCELLED && order.status() == OrderStatus.PLACED);
    outbox.add(
        advanced,
        Map.of(
            "country", order.market(),
            "amount", movesMoney ? amount(order) : Amount.zero(order.currency()),
            "lines", order.lines(),
            "details", details));
    return advanced;
  }

  @Transactional(readOnly = true)
  public Order get(String number) {
    return orders
        .find(number)
        .orElseThrow(() -> new NoSuchElementException("No order '%s'".formatted(number)));
  }

  private static Amount amount(Order order) {
    return new Amount(order.currency(), order.grossMinor(), order.vatMinor());
  }

  public record Amount(String currency, long grossMinor, long vatMinor) {
    static Amount zero(String currency) {
      return new Amount(currency, 0, 0);
    }
  }

  public record Price(String currency, List<Order.Line> lines) {}

  public record PlaceOrder(
      String orderNumber,
      String customerId,
      String paymentId,
      String reservationId,
      String market,
      Price price,
      Order.Delivery delivery) {}
}
