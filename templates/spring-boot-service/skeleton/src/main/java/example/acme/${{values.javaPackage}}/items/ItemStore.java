package example.acme.${{ values.javaPackage }}.items;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where items are kept. */
public interface ItemStore {

  Item save(Item item);

  Optional<Item> findById(UUID id);

  /** All items, oldest first. */
  List<Item> findAll();
}
