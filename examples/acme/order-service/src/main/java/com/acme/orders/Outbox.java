package com.acme.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Events are stored in the transaction that changes the order and published afterwards, so that
 * neither can exist without the other. Consumers may see an event twice, never miss one.
 */
@Component
class Outbox {
  private static final int BATCH_SIZE = 500;

  private final JdbcClient jdbc;
  private final KafkaTemplate<String, String> kafka;
  private final ObjectMapper json;
  private final String topic;
  private final Clock clock;

  Outbox(
      JdbcClient jdbc,
      KafkaTemplate<String, String> kafka,
      ObjectMapper json,
      @Value("${orders.events-topic}") String topic,
      Clock clock) {
    this.jdbc = jdbc;
    this.kafka = kafka;
    this.json = json;
    this.topic = topic;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void add(Order order, Map<String, ?> data) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", UUID.randomUUID());
    event.put("type", order.status().eventType());
    event.put("occurredAt", clock.instant());
    event.put("orderNumber", order.number());
    event.put("data", data);
    jdbc.sql("insert into outbox (order_number, event) values (:number, cast(:event as jsonb))")
        .param("number", order.number())
        .param("event", write(event))
        .update();
  }

  /** One replica publishes at a time, or events of an order could overtake each other. */
  @Scheduled(fixedDelayString = "${orders.outbox-interval}")
  @Transactional
  void publish() {
    boolean isOurTurn =
        jdbc.sql("select pg_try_advisory_xact_lock(hashtext('outbox'))")
            .query(Boolean.class)
            .single();
    if (!isOurTurn) {
      return;
    }
    List<Row> rows =
        jdbc.sql(
                """
                select id, order_number, event from outbox
                order by id limit :batchSize
                """)
            .param("batchSize", BATCH_SIZE)
            .query(Row.class)
            .list();
    if (rows.isEmpty()) {
      return;
    }
    CompletableFuture.allOf(
            rows.stream()
                .map(row -> kafka.send(topic, row.orderNumber(), row.event()))
                .toArray(CompletableFuture[]::new))
        .join();
    jdbc.sql("delete from outbox where id in (:ids)")
        .param("ids", rows.stream().map(Row::id).toList())
        .update();
  }

  private String write(Map<String, Object> event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Event has no JSON form", e);
    }
  }

  record Row(long id, String orderNumber, String event) {}
}
