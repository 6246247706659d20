package example.acme.${{ values.javaPackage }}.items;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Keeps items until the process ends. Every replica has its own. */
@Component
class InMemoryItemStore implements ItemStore {

  private final Map<UUID, Item> items = new ConcurrentHashMap<>();

  @Override
  public Item save(Item item) {
    items.put(item.id(), item);
    return item;
  }

  @Override
  public Optional<Item> findById(UUID id) {
    return Optional.ofNullable(items.get(id));
  }

  @Override
  public List<Item> findAll() {
    return items.values().stream().sorted(Comparator.comparing(Item::createdAt)).toList();
  }
}
