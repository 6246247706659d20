package com.acme.invoices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Keeps invoices as JSON objects beside their PDF files, so that the bucket with its retention lock
 * is the only store. Numbers are gapless, as tax law asks: creating the object of the next number,
 * which fails when it exists, is what claims the number.
 */
@Repository
class InvoiceStore {
  private static final int PRECONDITION_FAILED = 412;

  private final S3Client s3;
  private final ObjectMapper json;
  private final String bucket;

  /** The last number seen, per series: saves listing the year, may be behind other replicas. */
  private final Map<String, Long> lastSeen = new ConcurrentHashMap<>();

  InvoiceStore(S3Client s3, ObjectMapper json, @Value("${invoices.bucket}") String bucket) {
    this.s3 = s3;
    this.json = json;
    this.bucket = bucket;
  }

  Invoice append(Invoice.Kind kind, int year, Function<String, Invoice> create) {
    String series = "%s-%d-".formatted(kind == Invoice.Kind.INVOICE ? "INV" : "CRN", year);
    long next = lastSeen.computeIfAbsent(series, this::findLast) + 1;
    while (true) {
      Invoice invoice = create.apply(series + "%07d".formatted(next));
      if (putIfAbsent(documentKey(invoice.number()), write(invoice))) {
        lastSeen.merge(series, next, Math::max);
        putIfAbsent("orders/%s/%s".formatted(invoice.orderNumber(), invoice.number()), "");
        if (kind == Invoice.Kind.INVOICE) {
          putIfAbsent("payments/" + invoice.paymentId(), invoice.number());
        }
        return invoice;
      }
      next++;
    }
  }

  Optional<Invoice> find(String number) {
    return read(documentKey(number)).map(this::parse);
  }

  Optional<Invoice> findByPayment(UUID paymentId) {
    return read("payments/" + paymentId)
        .flatMap(number -> find(new String(number, StandardCharsets.UTF_8)));
  }

  List<Invoice> findByOrder(String orderNumber) {
    String prefix = "orders/%s/".formatted(orderNumber);
    return s3
        .listObjectsV2(request -> request.bucket(bucket).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .flatMap(key -> find(key.substring(prefix.length())).stream())
        .toList();
  }

  private long findLast(String series) {
    return s3
        .listObjectsV2Paginator(
            request -> request.bucket(bucket).prefix("documents/" + series))
        .contents()
        .stream()
        .map(object -> object.key().replaceAll(".*-(\\d+)\\.json", "$1"))
        .mapToLong(Long::parseLong)
        .max()
        .orElse(0);
  }

  private boolean putIfAbsent(String key, String content) {
    try {
      s3.putObject(
          request -> request.bucket(bucket).key(key).ifNoneMatch("*"),
          RequestBody.fromString(content));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED) {
        return false;
      }
      throw e;
    }
  }

  private Optional<byte[]> read(String key) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private String write(Invoice invoice) {
    try {
      return json.writeValueAsString(invoice);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Invoice " + invoice.number() + " has no JSON form", e);
    }
  }

  private Invoice parse(byte[] document) {
    try {
      return json.readValue(document, Invoice.class);
    } catch (IOException e) {
      throw new UncheckedIOException("A stored invoice cannot be read", e);
    }
  }

  private static String documentKey(String number) {
    return "documents/%s.json".formatted(number);
  }
}
