package example.acme.${{ values.javaPackage }}.items;

import java.time.Instant;
import java.util.UUID;

/** The sample resource. Replace it with what this service is about. */
public record Item(UUID id, String name, Instant createdAt) {}
