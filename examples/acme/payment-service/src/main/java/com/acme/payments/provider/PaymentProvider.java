package com.acme.payments.provider;

import java.util.UUID;

/** The part of a payment provider that Acme uses. One implementation per provider. */
public interface PaymentProvider {

  Authorisation authorise(UUID paymentId, String token, long amountMinor, String currency);

  void capture(String reference, long amountMinor);

  void cancel(String reference);

  void refund(String reference, long amountMinor, String reason);
}
