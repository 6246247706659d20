package com.acme.payments;

import com.acme.payments.provider.Authorisation;
import com.acme.payments.provider.PaymentProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class PaymentService {
  private static final int MAX_PAYMENTS_PER_ORDER = 50;

  private final PaymentRepository payments;
  private final IdempotencyStore idempotency;
  private final PaymentProvider provider;
  private final MeterRegistry meters;
  private final Clock clock;

  public PaymentService(
      PaymentRepository payments,
      IdempotencyStore idempotency,
      PaymentProvider provider,
      MeterRegistry meters,
      Clock clock) {
    this.payments = payments;
    this.idempotency = idempotency;
    this.provider = provider;
    this.meters = meters;
    this.clock = clock;
  }

  @Transactional
  public Payment authorise(AuthoriseCommand command) {
    UUID id = UUID.randomUUID();
    Optional<UUID> earlier =
        idempotency.claim(
            command.client(), command.idempotencyKey(), command.fingerprint(), id);
    if (earlier.isPresent()) {
      return get(earlier.get());
    }

    Payment payment =
        new Payment(
            id,
            command.orderNumber(),
            command.customerId(),
            command.amountMinor(),
            command.currency(),
            clock.instant());
    // The payment id is the provider's idempotency key as well: a retry after a lost answer
    // finds the same authorisation instead of blocking the customer's money twice.
    Authorisation result =
        provider.authorise(
            id, command.paymentToken(), command.amountMinor(), command.currency());
    if (result.approved()) {
      payment.authorised(result.reference());
    } else {
      payment.declined(result.declineCode());
    }
    meters
        .counter("payments.authorisations", "status", payment.getStatus().name().toLowerCase())
        .increment();
    return payments.save(payment);
  }

  @Transactional(readOnly = true)
  public Payment get(UUID id) {
    return payments
        .findById(id)
        .orElseThrow(() -> new NoSuchElementException("No payment with id '%s'".formatted(id)));
  }

  @Transactional(readOnly = true)
  public List<Payment> findByOrder(String orderNumber) {
    return payments.findByOrderNumberOrderByCreatedAtDesc(
        orderNumber, Limit.of(MAX_PAYMENTS_PER_ORDER));
  }

  @Transactional
  public Payment capture(UUID id) {
    Payment payment = get(id);
    if (payment.getStatus() == Payment.Status.CAPTURED) {
      return payment;
    }
    payment.requireStatus("capture", Payment.Status.AUTHORISED);
    provider.capture(payment.getProviderReference(), payment.getAmountMinor());
    payment.captured(clock.instant());
    return payment;
  }

  @Transactional
  public Payment cancel(UUID id) {
    Payment payment = get(id);
    if (payment.getStatus() == Payment.Status.CANCELLED) {
      return payment;
    }
    payment.requireStatus("cancel", Payment.Status.AUTHORISED);
    provider.cancel(payment.getProviderReference());
    payment.cancelled();
    return payment;
  }

  /** The provider dropped the authorisation by itself, so it is not asked again. */
  @Transactional
  public void expire(String providerReference) {
    payments
        .findByProviderReference(providerReference)
        .filter(payment -> payment.getStatus() == Payment.Status.AUTHORISED)
        .ifPresent(Payment::cancelled);
  }

  @Transactional
  public Payment refund(UUID id, long amountMinor, String reason) {
    Payment payment = get(id);
    payment.requireRefundable(amountMinor);
    provider.refund(payment.getProviderReference(), amountMinor, reason);
    payment.refunded(amountMinor);
    meters.counter("payments.refunds", "reason", reason).increment();
    return payment;
  }

  public record AuthoriseCommand(
      String client,
      String idempotencyKey,
      String orderNumber,
      String customerId,
      long amountMinor,
      String currency,
      String paymentToken) {

    /** What must be equal for two requests with the same key to be the same request. */
    String fingerprint() {
      return "%s|%d|%s|%s".formatted(orderNumber, amountMinor, currency, paymentToken);
    }
  }
}
