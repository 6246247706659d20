package example.acme.${{ values.javaPackage }}.items;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps items in the database. */
@Component
@Transactional(readOnly = true)
class DatabaseItemStore implements ItemStore {

  private final ItemEntityRepository repository;

  DatabaseItemStore(ItemEntityRepository repository) {
    this.repository = repository;
  }

  @Override
  @Transactional
  public Item save(Item item) {
    return repository.save(ItemEntity.from(item)).toItem();
  }

  @Override
  public Optional<Item> findById(UUID id) {
    return repository.findById(id).map(ItemEntity::toItem);
  }

  @Override
  public List<Item> findAll() {
    return repository.findAllByOrderByCreatedAtAsc().stream().map(ItemEntity::toItem).toList();
  }
}
