package example.acme.user.account;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1")
public class AccountController {

  private final AccountService accounts;

  public AccountController(AccountService accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/users")
  @PreAuthorize("hasAuthority('SCOPE_users:read')")
  public UserList find(@RequestParam @Email String email) {
    List<Account> found = accounts.findByEmail(email).stream().toList();
    return new UserList(found, found.size());
  }

  @PostMapping("/users")
  @PreAuthorize("hasAuthority('SCOPE_users:write')")
  public ResponseEntity<Account> create(@RequestBody @Valid NewUser body) {
    Account created =
        accounts.create(body.email(), body.displayName(), body.locale(), body.password());
    return ResponseEntity.created(URI.create("/v1/users/" + created.id())).body(created);
  }

  @GetMapping("/users/{id}")
  @PreAuthorize("hasAuthority('SCOPE_users:read')")
  public ResponseEntity<Account> get(@PathVariable String id) {
    Account account = accounts.get(id);
    return ResponseEntity.ok().eTag(Long.toString(account.version())).body(account);
  }

  @PatchMapping(path = "/users/{id}", consumes = "application/merge-patch+json")
  @PreAuthorize("hasAuthority('SCOPE_users:write')")
  public Account update(
      @PathVariable String id,
      @RequestHeader("If-Match") String version,
      @RequestBody JsonNode patch) {
    return accounts.update(id, Long.parseLong(version.replace("\"", "")), toChange(patch));
  }

  @DeleteMapping("/users/{id}")
  @PreAuthorize("hasAuthority('SCOPE_users:erase')")
  public ResponseEntity<AccountService.Erasure> erase(@PathVariable String id) {
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(accounts.requestErasure(id));
  }

  @PostMapping("/credentials/verify")
  @PreAuthorize("hasAuthority('SCOPE_credentials:verify')")
  public ResponseEntity<Map<String, String>> verify(@RequestBody @Valid Credentials body) {
    return accounts
        .verify(body.email(), body.password())
        .map(id -> ResponseEntity.ok(Map.of("userId", id)))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
  }

  /** A merge patch tells "leave it" (missing) from "remove it" (null); records cannot. */
  private static AccountChange toChange(JsonNode patch) {
    Optional<Optional<String>> phone =
        patch.has("phone") ? Optional.of(text(patch, "phone")) : Optional.empty();
    return new AccountChange(
        text(patch, "displayName"), text(patch, "locale"), phone, Optional.empty());
  }

  private static Optional<String> text(JsonNode patch, String field) {
    return patch.hasNonNull(field) ? Optional.of(patch.get(field).asText()) : Optional.empty();
  }

  public record UserList(List<Account> items, int totalItems) {}

  public record NewUser(
      @NotBlank @Email String email,
      @NotBlank @Size(max = 120) String displayName,
      @NotBlank String locale,
      @NotBlank @Size(min = 12, max = 256) String password) {}

  public record Credentials(@NotBlank String email, @NotBlank String password) {}
}
