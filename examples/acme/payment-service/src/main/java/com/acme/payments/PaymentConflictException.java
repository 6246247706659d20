package com.acme.payments;

/** The request is well formed but does not fit the state of the payment. */
public class PaymentConflictException extends RuntimeException {
  private final String code;

  public PaymentConflictException(String code, String message) {
    super(message);
    this.code = code;
  }

  public String getCode() {
    return code;
  }
}
