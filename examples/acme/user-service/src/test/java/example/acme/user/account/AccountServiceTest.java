package example.acme.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

class AccountServiceTest {

  private static final Instant NOW = Instant.parse("2025-11-03T09:12:44Z");
  private static final Account MINA =
      new Account(
          "usr_01J8Z3K5Q7",
          "mina.berg@mail.example",
          true,
          "Mina Berg",
          Optional.of("+4915112345678"),
          "de-DE",
          Account.Status.ACTIVE,
          Instant.parse("2024-02-11T08:30:00Z"),
          7);

  private final AccountStore store = mock();
  private final PasswordEncoder passwords =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  private final AccountService service =
      new AccountService(
          store, passwords, Clock.fixed(NOW, ZoneOffset.UTC), Period.ofDays(30));

  @Test
  void erasesAfterThirtyDaysOfGrace() {
    when(store.find(MINA.id())).thenReturn(Optional.of(MINA));
    when(store.update(any(), eq(7L))).thenReturn(true);

    AccountService.Erasure erasure = service.requestErasure(MINA.id());

    assertThat(erasure.erasesAt()).isEqualTo(Instant.parse("2025-12-03T09:12:44Z"));
    verify(store).planErasure(MINA.id(), NOW, erasure.erasesAt());
  }

  @Test
  void refusesAnAddressThatIsTaken() {
    when(store.insert(any(), any())).thenReturn(false);

    assertThatThrownBy(
            () -> service.create(MINA.email(), "Mina", "de-DE", "a long enough password"))
        .isInstanceOf(AccountService.EmailTakenException.class)
        .hasMessageContaining("mina.berg@mail.example");
  }

  @Test
  void removesThePhoneNumberOnlyWhenAskedTo() {
    AccountChange keep =
        new AccountChange(
            Optional.of("Mina Lund"), Optional.empty(), Optional.empty(), Optional.empty());
    AccountChange remove =
        new AccountChange(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Optional.empty()),
            Optional.empty());

    assertThat(keep.applyTo(MINA).phone()).contains("+4915112345678");
    assertThat(remove.applyTo(MINA).phone()).isEmpty();
  }

  @Test
  void acceptsTheRightPasswordAndNoOther() {
    when(store.findByEmail(MINA.email())).thenReturn(Optional.of(MINA));
    when(store.passwordHash(MINA.id()))
        .thenReturn(Optional.of(passwords.encode("correct horse battery staple")));

    assertThat(service.verify(MINA.email(), "correct horse battery staple"))
        .contains(MINA.id());
    assertThat(service.verify(MINA.email(), "incorrect horse")).isEmpty();
    assertThat(service.verify("nobody@mail.example", "anything")).isEmpty();
  }
}
