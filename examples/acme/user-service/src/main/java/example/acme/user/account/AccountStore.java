package example.acme.user.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class AccountStore {

  private static final String COLUMNS =
      "id, email, email_verified, display_name, phone, locale, status, created_at, version";

  private final JdbcClient jdbc;

  public AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Account> find(String id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM accounts WHERE id = :id")
        .param("id", id)
        .query(AccountStore::toAccount)
        .optional();
  }

  public Optional<Account> findByEmail(String email) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM accounts WHERE email = lower(:email)")
        .param("email", email)
        .query(AccountStore::toAccount)
        .optional();
  }

  public Optional<String> passwordHash(String id) {
    return jdbc.sql("SELECT password_hash FROM accounts WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** Answers false when the address is taken; the unique index decides, not a query before it. */
  public boolean insert(Account account, String passwordHash) {
    int rows =
        jdbc.sql(
                """
                INSERT INTO accounts (id, email, display_name, locale, status, password_hash, created_at)
                VALUES (:id, lower(:email), :displayName, :locale, :status, :passwordHash, :createdAt)
                ON CONFLICT (email) DO NOTHING
                """)
            .param("id", account.id())
            .param("email", account.email())
            .param("displayName", account.displayName())
            .param("locale", account.locale())
            .param("status", account.status().code())
            .param("passwordHash", passwordHash)
            .param("createdAt", utc(account.createdAt()))
            .update();
    return rows == 1;
  }

  /** Answers false when the stored version is no longer {@code expectedVersion}. */
  public boolean update(Account changed, long expectedVersion) {
    int rows =
        jdbc.sql(
                """
                UPDATE accounts
                   SET display_name = :displayName, phone = :phone, locale = :locale,
                       status = :status, version = version + 1
                 WHERE id = :id AND version = :expectedVersion
                """)
            .param("displayName", changed.displayName())
            .param("phone", changed.phone().orElse(null))
            .param("locale", changed.locale())
            .param("status", changed.status().code())
            .param("id", changed.id())
            .param("expectedVersion", expectedVersion)
            .update();
    return rows == 1;
  }

  public void planErasure(String id, Instant requestedAt, Instant erasesAt) {
    jdbc.sql(
            """
            INSERT INTO erasures (account_id, requested_at, erases_at)
            VALUES (:id, :requestedAt, :erasesAt)
            ON CONFLICT (account_id) DO NOTHING
            """)
        .param("id", id)
        .param("requestedAt", utc(requestedAt))
        .param("erasesAt", utc(erasesAt))
        .update();
  }

  /** Rows are locked until the end of the transaction, so replicas do not erase the same account. */
  public List<String> lockDueErasures(Instant now, int limit) {
    return jdbc.sql(
            """
            SELECT account_id FROM erasures
             WHERE erases_at <= :now
             ORDER BY erases_at
             LIMIT :limit
               FOR UPDATE SKIP LOCKED
            """)
        .param("now", utc(now))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  public void erase(String id) {
    jdbc.sql("DELETE FROM accounts WHERE id = :id").param("id", id).update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Account toAccount(ResultSet row, int index) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("email"),
        row.getBoolean("email_verified"),
        row.getString("display_name"),
        Optional.ofNullable(row.getString("phone")),
        row.getString("locale"),
        Account.Status.valueOf(row.getString("status").toUpperCase()),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("version"));
  }
}
