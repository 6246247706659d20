package com.acme.orders;

import java.util.Map;
import java.util.Set;

/** The states of an order and the ways between them. */
public enum OrderStatus {
  PLACED,
  PAID,
  SHIPPED,
  DELIVERED,
  CANCELLED,
  RETURNED;

  private static final Map<OrderStatus, Set<OrderStatus>> NEXT =
      Map.of(
          PLACED, Set.of(PAID, CANCELLED),
          PAID, Set.of(SHIPPED, CANCELLED),
          SHIPPED, Set.of(DELIVERED, RETURNED),
          DELIVERED, Set.of(RETURNED),
          CANCELLED, Set.of(),
          RETURNED, Set.of());

  public boolean canBecome(OrderStatus next) {
    return NEXT.get(this).contains(next);
  }

  /** Type of the event that announces this state. */
  public String eventType() {
    return "order." + name().toLowerCase();
  }
}
