package com.acme.invoices;

public class InvoiceConflictException extends RuntimeException {
  public InvoiceConflictException(String message) {
    super(message);
  }
}
