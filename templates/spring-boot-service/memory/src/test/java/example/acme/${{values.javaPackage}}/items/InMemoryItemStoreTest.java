package example.acme.${{ values.javaPackage }}.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InMemoryItemStoreTest {

  private final InMemoryItemStore store = new InMemoryItemStore();

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
