package example.acme.${{ values.javaPackage }}.items;

import static org.assertj.core.api.Assertions.assertThat;

import example.acme.${{ values.javaPackage }}.TestDatabase;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Runs the migrations and the queries against the real database. */
@DataJpaTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Import({TestDatabase.class, DatabaseItemStore.class})
@Testcontainers(disabledWithoutDocker = true)
class DatabaseItemStoreTest {

  @Autowired private DatabaseItemStore store;

  @Test
  void findsWhatWasSaved() {
    Item item = store.save(new Item(UUID.randomUUID(), "First", Instant.parse("2026-03-02T09:30:00Z")));

    assertThat(store.findById(item.id())).contains(item);
    assertThat(store.findById(UUID.randomUUID())).isEmpty();
  }

  @Test
  void listsTheOldestFirst() {
    Item later = store.save(new Item(UUID.randomUUID(), "Later", Instant.parse("2026-03-02T10:00:00Z")));
    Item earlier = store.save(new Item(UUID.randomUUID(), "Earlier", Instant.parse("2026-03-02T09:00:00Z")));

    assertThat(store.findAll()).containsExactly(earlier, later);
  }
}
