package example.acme.${{ values.javaPackage }}.items;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of the table items. */
@Entity
@Table(name = "items")
class ItemEntity {

  @Id private UUID id;

  @Column(nullable = false, length = 120)
  private String name;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  protected ItemEntity() {
    // JPA creates rows by reflection.
  }

  private ItemEntity(UUID id, String name, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.createdAt = createdAt;
  }

  static ItemEntity from(Item item) {
    return new ItemEntity(item.id(), item.name(), item.createdAt());
  }

  Item toItem() {
    return new Item(id, name, createdAt);
  }
}
