package example.acme.${{ values.javaPackage }}.items;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a client sends to create an item. */
public record NewItem(@NotBlank @Size(max = 120) String name) {}
