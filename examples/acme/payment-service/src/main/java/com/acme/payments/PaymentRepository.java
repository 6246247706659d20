package com.acme.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface PaymentRepository extends JpaRepository<Payment, UUID> {

  List<Payment> findByOrderNumberOrderByCreatedAtDesc(String orderNumber, Limit limit);

  Optional<Payment> findByProviderReference(String providerReference);

  /** Authorisations that the provider will drop soon: the worker captures or cancels them. */
  @Query(
      """
      select p from Payment p
      where p.status = com.acme.payments.Payment.Status.AUTHORISED and p.createdAt < :before
      order by p.createdAt
      """)
  List<Payment> findExpiring(Instant before, Limit limit);
}
