package example.acme.${{ values.javaPackage }}.items;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/items")
public class ItemController {

  private final ItemStore items;
  private final Clock clock;

  public ItemController(ItemStore items, Clock clock) {
    this.items = items;
    this.clock = clock;
  }

  @GetMapping
  public List<Item> list() {
    return items.findAll();
  }

  @GetMapping("/{id}")
  public Item get(@PathVariable UUID id) {
    return items.findById(id).orElseThrow(() -> new ItemNotFoundException(id));
  }

  @PostMapping
  public ResponseEntity<Item> create(@Valid @RequestBody NewItem request) {
    // Databases keep microseconds: without this the answer and a later read differ.
    Instant createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Item item = items.save(new Item(UUID.randomUUID(), request.name().strip(), createdAt));
    return ResponseEntity.created(URI.create("/api/v1/items/" + item.id())).body(item);
  }
}
