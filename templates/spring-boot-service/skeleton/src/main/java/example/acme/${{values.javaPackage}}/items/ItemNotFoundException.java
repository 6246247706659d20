package example.acme.${{ values.javaPackage }}.items;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Answered as 404 with a problem document. */
public class ItemNotFoundException extends ErrorResponseException {

  public ItemNotFoundException(UUID id) {
    super(HttpStatus.NOT_FOUND);
    setDetail("No item with id '" + id + "'");
  }
}
