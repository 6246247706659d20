create table order_numbers (
  number      bigint generated always as identity (start with 10000001),
  checkout_id text primary key
);

create table orders (
  number      text        primary key,
  status      text        not null,
  customer_id text,
  placed_at   timestamptz not null,
  document    jsonb       not null,
  version     bigint      not null default 0
);

-- "My orders" in the account, newest first.
create index orders_customer_id on orders (customer_id, placed_at desc);

-- The warehouse works through paid orders by age.
create index orders_paid on orders (placed_at) where status = 'PAID';

create table outbox (
  id           bigint generated always as identity primary key,
  order_number text        not null,
  event        jsonb       not null,
  created_at   timestamptz not null default now()
);

-- Events that cannot be published are moved here by hand, see the runbook.
create table outbox_rejected (like outbox);
