create table payments (
  id                 uuid primary key,
  order_number       text        not null,
  customer_id        text,
  amount_minor       bigint      not null check (amount_minor > 0),
  refunded_minor     bigint      not null default 0,
  currency           varchar(3)  not null,
  status             text        not null,
  provider_reference text unique,
  decline_code       text,
  created_at         timestamptz not null,
  captured_at        timestamptz,
  version            bigint      not null default 0,
  constraint refunded_within_amount check (refunded_minor between 0 and amount_minor)
);

-- The list of an order's payments, newest first.
create index payments_order_number on payments (order_number, created_at desc);

-- Authorisations about to expire: few rows, so a partial index stays small.
create index payments_authorised on payments (created_at) where status = 'AUTHORISED';

create table idempotency_keys (
  client       text        not null,
  key          text        not null,
  request_hash text        not null,
  payment_id   uuid        not null,
  created_at   timestamptz not null default now(),
  primary key (client, key)
);

-- The nightly clean-up removes keys after 30 days.
create index idempotency_keys_created_at on idempotency_keys (created_at);
