create table stock (
  sku        text        not null,
  warehouse  text        not null check (warehouse in ('VENLO', 'POZNAN')),
  on_hand    integer     not null,
  reserved   integer     not null default 0 check (reserved >= 0),
  changed_at timestamptz not null default now(),
  primary key (sku, warehouse)
);

create table reservations (
  id           uuid primary key default gen_random_uuid(),
  reference    text        not null unique,
  warehouse    text        not null,
  -- Set when the checkout has become an order; such reservations do not expire.
  order_number text unique,
  expires_at   timestamptz not null
);

-- The clean-up reads expired reservations, oldest first.
create index reservations_expires_at on reservations (expires_at);

create table reservation_lines (
  reservation_id uuid    not null,
  sku            text    not null,
  quantity       integer not null check (quantity > 0)
);

create index reservation_lines_reservation_id on reservation_lines (reservation_id);

-- Why stock is what it is. Kept for seven years.
create table movements (
  id        bigint generated always as identity primary key,
  sku       text        not null,
  warehouse text        not null,
  quantity  integer     not null,
  reason    text        not null,
  source    text        not null,
  booked_at timestamptz not null default now()
);

create index movements_sku on movements (sku, booked_at desc);

create table handled_events (
  id         uuid primary key,
  handled_at timestamptz not null default now()
);
