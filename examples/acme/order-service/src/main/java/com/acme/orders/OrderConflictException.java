package com.acme.orders;

public class OrderConflictException extends RuntimeException {
  public OrderConflictException(String message) {
    super(message);
  }
}
