package com.acme.payments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A payment for one order. Amounts are minor units, so that no rounding happens here. */
@Entity
@Table(name = "payments")
public class Payment {

  public enum Status {
    AUTHORISED,
    CAPTURED,
    CANCELLED,
    PARTIALLY_REFUNDED,
    REFUNDED,
    DECLINED
  }

  @Id private UUID id;

  @Column(name = "order_number", nullable = false)
  private String orderNumber;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "amount_minor", nullable = false)
  private long amountMinor;

  @Column(name = "refunded_minor", nullable = false)
  private long refundedMinor;

  @Column(nullable = false, length = 3)
  private String currency;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Status status;

  @Column(name = "provider_reference")
  private String providerReference;

  @Column(name = "decline_code")
  private String declineCode;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "captured_at")
  private Instant capturedAt;

  /** Two captures at the same moment: the second one fails on this column. */
  @Version private long version;

  protected Payment() {}

  public Payment(
      UUID id,
      String orderNumber,
      String customerId,
      long amountMinor,
      String currency,
      Instant now) {
    this.id = id;
    this.orderNumber = orderNumber;
    this.customerId = customerId;
    this.amountMinor = amountMinor;
    this.currency = currency;
    this.createdAt = now;
  }

  public void authorised(String reference) {
    this.status = Status.AUTHORISED;
    this.providerReference = reference;
  }

  public void declined(String code) {
    this.status = Status.DECLINED;
    this.declineCode = code;
  }

  public void captured(Instant now) {
    requireStatus("capture", Status.AUTHORISED);
    this.status = Status.CAPTURED;
    this.capturedAt = now;
  }

  public void cancelled() {
    requireStatus("cancel", Status.AUTHORISED);
    this.status = Status.CANCELLED;
  }

  public void refunded(long refundMinor) {
    requireRefundable(refundMinor);
    this.refundedMinor += refundMinor;
    this.status =
        this.refundedMinor == this.amountMinor ? Status.REFUNDED : Status.PARTIALLY_REFUNDED;
  }

  public void requireRefundable(long refundMinor) {
    requireStatus("refund", Status.CAPTURED, Status.PARTIALLY_REFUNDED);
    if (refundMinor > amountMinor - refundedMinor) {
      throw new PaymentConflictException(
          "refund-exceeds-remaining",
          "Only %d of %d %s can still be refunded"
              .formatted(amountMinor - refundedMinor, amountMinor, currency));
    }
  }

  public void requireStatus(String action, Status... allowed) {
    for (Status candidate : allowed) {
      if (candidate == status) {
        return;
      }
    }
    throw new PaymentConflictException(
        "wrong-status", "Cannot %s a payment in status %s".formatted(action, status));
  }

  public UUID getId() {
    return id;
  }

  public String getOrderNumber() {
    return orderNumber;
  }

  public String getCustomerId() {
    return customerId;
  }

  public long getAmountMinor() {
    return amountMinor;
  }

  public long getRefundedMinor() {
    return refundedMinor;
  }

  public String getCurrency() {
    return currency;
  }

  public Status getStatus() {
    return status;
  }

  public String getProviderReference() {
    return providerReference;
  }

  public String getDeclineCode() {
    return declineCode;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getCapturedAt() {
    return capturedAt;
  }
}
