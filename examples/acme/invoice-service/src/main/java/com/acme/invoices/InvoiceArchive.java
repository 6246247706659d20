package com.acme.invoices;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Renders invoices as PDF and keeps them in the bucket, which refuses deletion for ten years. */
@Component
class InvoiceArchive {
  private final S3Client s3;
  private final SpringTemplateEngine templates;
  private final String bucket;

  InvoiceArchive(
      S3Client s3, SpringTemplateEngine templates, @Value("${invoices.bucket}") String bucket) {
    this.s3 = s3;
    this.templates = templates;
    this.bucket = bucket;
  }

  byte[] write(Invoice invoice) {
    byte[] pdf = render(invoice);
    s3.putObject(
        request -> request.bucket(bucket).key(key(invoice)).contentType("application/pdf"),
        RequestBody.fromBytes(pdf));
    return pdf;
  }

  Optional<byte[]> read(Invoice invoice) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(request -> request.bucket(bucket).key(key(invoice))).asByteArray());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private byte[] render(Invoice invoice) {
    Context context = new Context(Locale.of("en", invoice.billTo().country()));
    context.setVariable("invoice", invoice);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .withHtmlContent(templates.process("invoice", context), null)
          .usePdfUaAccessibility(true)
          .toStream(out)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("Invoice " + invoice.number() + " could not be rendered", e);
    }
    return out.toByteArray();
  }

  private static String key(Invoice invoice) {
    return "pdf/%d/%s.pdf".formatted(invoice.issuedOn().getYear(), invoice.number());
  }
}
