package example.acme.${{ values.javaPackage }}.items;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ItemEntityRepository extends JpaRepository<ItemEntity, UUID> {

  List<ItemEntity> findAllByOrderByCreatedAtAsc();
}
