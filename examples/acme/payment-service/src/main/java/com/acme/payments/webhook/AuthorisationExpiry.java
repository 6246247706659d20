package com.acme.payments.webhook;

import com.acme.payments.Payment;
import com.acme.payments.PaymentRepository;
import com.acme.payments.PaymentService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Releases money that was blocked for orders which were never shipped. */
@Component
@Profile("webhook-worker")
class AuthorisationExpiry {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorisationExpiry.class);
  private static final Limit BATCH = Limit.of(200);

  private final PaymentRepository repository;
  private final PaymentService payments;
  private final Duration captureWindow;
  private final Clock clock;

  AuthorisationExpiry(
      PaymentRepository repository,
      PaymentService payments,
      @Value("${payments.capture-window}") Duration captureWindow,
      Clock clock) {
    this.repository = repository;
    this.payments = payments;
    this.captureWindow = captureWindow;
    this.clock = clock;
  }

  @Scheduled(cron = "0 */10 * * * *")
  void cancelExpired() {
    List<Payment> expiring =
        repository.findExpiring(clock.instant().minus(captureWindow), BATCH);
    int failedCount = 0;
    for (Payment payment : expiring) {
      try {
        payments.cancel(payment.getId());
      } catch (RuntimeException e) {
        // The next run takes it up again; one stubborn payment must not hold up the others.
        failedCount++;
      }
    }
    if (failedCount > 0) {
      LOG.warn("{} of {} expired authorisations were not cancelled", failedCount, expiring.size());
    }
  }
}
