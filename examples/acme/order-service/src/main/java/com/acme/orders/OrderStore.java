package com.acme.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrderStore {
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  OrderStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The same checkout always gets the same number. */
  String numberFor(String checkoutId) {
    return jdbc.sql(
            """
            insert into order_numbers (checkout_id) values (:checkoutId)
            on conflict (checkout_id) do update set checkout_id = excluded.checkout_id
            returning 'AC-' || lpad(number::text, 8, '0')
            """)
        .param("checkoutId", checkoutId)
        .query(String.class)
        .single();
  }

  /** Answers false when the order was placed before. */
  boolean insert(Order order) {
    return jdbc.sql(
                """
                insert into orders (number, status, customer_id, placed_at, document)
                values (:number, :status, :customerId, :placedAt, cast(:document as jsonb))
                on conflict (number) do nothing
                """)
            .param("number", order.number())
            .param("status", order.status().name())
            .param("customerId", order.customerId())
            .param("placedAt", Timestamp.from(order.placedAt()))
            .param("document", write(order))
            .update()
        == 1;
  }

  Optional<Order> find(String number) {
    return jdbc.sql(
            """
            select jsonb_set(document, '{version}', to_jsonb(version))
            from orders where number = :number
            """)
        .param("number", number)
        .query(String.class)
        .optional()
        .map(this::read);
  }

  void update(Order order) {
    int updated =
        jdbc.sql(
                """
                update orders
                set status = :status, document = cast(:document as jsonb), version = version + 1
                where number = :number and version = :version
                """)
            .param("status", order.status().name())
            .param("document", write(order))
            .param("number", order.number())
            .param("version", order.version())
            .update();
    if (updated == 0) {
      throw new OrderConflictException(
          "Order %s was changed by another request".formatted(order.number()));
    }
  }

  private String write(Order order) {
    try {
      return json.writeValueAsString(order);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Order " + order.number() + " has no JSON form", e);
    }
  }

  private Order read(String document) {
    try {
      return json.readValue(document, Order.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored order cannot be read", e);
    }
  }
}
