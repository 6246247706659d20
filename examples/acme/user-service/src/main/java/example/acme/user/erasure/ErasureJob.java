package example.acme.user.erasure;

import example.acme.user.account.AccountStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Erases accounts whose grace period has ended, in small batches so that no lock lives long. */
@Component
public class ErasureJob {

  private static final Logger log = LoggerFactory.getLogger(ErasureJob.class);
  private static final int BATCH_SIZE = 100;

  private final AccountStore store;
  private final Clock clock;
  private final Counter erased;

  public ErasureJob(AccountStore store, Clock clock, MeterRegistry metrics) {
    this.store = store;
    this.clock = clock;
    this.erased = metrics.counter("user_accounts_erased_total");
  }

  @Scheduled(fixedDelayString = "${acme.erasure.interval:PT10M}")
  @Transactional
  public void eraseDueAccounts() {
    List<String> due = store.lockDueErasures(clock.instant(), BATCH_SIZE);
    for (String accountId : due) {
      store.erase(accountId);
      erased.increment();
    }
    if (!due.isEmpty()) {
      log.atInfo().addKeyValue("count", due.size()).log("Erased accounts");
    }
  }
}
