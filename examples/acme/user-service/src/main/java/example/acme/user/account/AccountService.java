package example.acme.user.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class AccountService {

  private static final String ID_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final AccountStore store;
  private final PasswordEncoder passwords;
  private final Clock clock;
  private final Period gracePeriod;
  private final SecureRandom random = new SecureRandom();

  // Checked when no account exists, so that the answer takes as long as a wrong password.
  private final String decoyHash;

  public AccountService(
      AccountStore store,
      PasswordEncoder passwords,
      Clock clock,
      @Value("${acme.erasure.grace-period:P30D}") Period gracePeriod) {
    this.store = store;
    this.passwords = passwords;
    this.clock = clock;
    this.gracePeriod = gracePeriod;
    this.decoyHash = passwords.encode("no account has this password");
  }

  public Account get(String id) {
    return store.find(id).orElseThrow(() -> new AccountNotFoundException(id));
  }

  public Optional<Account> findByEmail(String email) {
    return store.findByEmail(email);
  }

  @Transactional
  public Account create(String email, String displayName, String locale, String password) {
    Account account =
        new Account(
            newId(),
            email.toLowerCase(),
            false,
            displayName.strip(),
            Optional.empty(),
            locale,
            Account.Status.ACTIVE,
            clock.instant(),
            1);
    if (!store.insert(account, passwords.encode(password))) {
      throw new EmailTakenException(email);
    }
    return account;
  }

  @Transactional
  public Account update(String id, long expectedVersion, AccountChange change) {
    Account changed = change.applyTo(get(id));
    if (!store.update(changed, expectedVersion)) {
      throw new StaleVersionException(id, expectedVersion);
    }
    return get(id);
  }

  @Transactional
  public Erasure requestErasure(String id) {
    Account account = get(id);
    Instant now = clock.instant();
    Instant erasesAt = now.atZone(ZoneOffset.UTC).plus(gracePeriod).toInstant();
    AccountChange closing = AccountChange.status(Account.Status.CLOSING);
    if (!store.update(closing.applyTo(account), account.version())) {
      throw new StaleVersionException(id, account.version());
    }
    store.planErasure(id, now, erasesAt);
    return new Erasure(id, now, erasesAt);
  }

  public Optional<String> verify(String email, String password) {
    Optional<Account> account = store.findByEmail(email).filter(Account::canSignIn);
    String hash = account.flatMap(found -> store.passwordHash(found.id())).orElse(decoyHash);
    boolean isRight = passwords.matches(password, hash);
    return isRight ? account.map(Account::id) : Optional.empty();
  }

  private String newId() {
    StringBuilder id = new StringBuilder("usr_");
    for (int i = 0; i < 10; i++) {
      id.append(ID_ALPHABET.charAt(random.nextInt(ID_ALPHABET.length())));
    }
    return id.toString();
  }

  public record Erasure(String userId, Instant requestedAt, Instant erasesAt) {}

  public static class AccountNotFoundException extends RuntimeException {
    public AccountNotFoundException(String id) {
      super("No account with id '" + id + "'.");
    }
  }

  public static class EmailTakenException extends RuntimeException {
    public EmailTakenException(String email) {
      super("Another account uses '" + email + "'.");
    }
  }

  public static class StaleVersionException extends RuntimeException {
    public StaleVersionException(String id, long version) {
      super("Account '" + id + "' is no longer at version " + version + ".");
    }
  }
}
