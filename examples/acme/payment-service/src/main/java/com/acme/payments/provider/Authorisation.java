package com.acme.payments.provider;

public record Authorisation(boolean approved, String reference, String declineCode) {

  public static Authorisation approved(String reference) {
    return new Authorisation(true, reference, null);
  }

  public static Authorisation declined(String code) {
    return new Authorisation(false, null, code);
  }
}
