package example.acme.user.account;

import java.util.Optional;

/**
 * What a patch changes. A missing field stays as it is; an empty {@code phone} removes the number.
 */
public record AccountChange(
    Optional<String> displayName,
    Optional<String> locale,
    Optional<Optional<String>> phone,
    Optional<Account.Status> status) {

  public static AccountChange status(Account.Status status) {
    return new AccountChange(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(status));
  }

  public Account applyTo(Account account) {
    return new Account(
        account.id(),
        account.email(),
        account.isEmailVerified(),
        displayName.map(String::strip).orElse(account.displayName()),
        phone.orElse(account.phone()),
        locale.orElse(account.locale()),
        status.orElse(account.status()),
        account.createdAt(),
        account.version());
  }
}
