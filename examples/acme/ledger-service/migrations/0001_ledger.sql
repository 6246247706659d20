create table entries (
  id              uuid primary key default gen_random_uuid(),
  idempotency_key text        not null unique,
  occurred_at     timestamptz not null,
  booked_at       timestamptz not null default now(),
  description     text        not null,
  reference       text        not null,
  reverses_id     uuid unique references entries (id)
);

create index entries_reference on entries (reference);

create table lines (
  entry_id     uuid        not null references entries (id),
  position     smallint    not null,
  occurred_at  timestamptz not null,
  account      text        not null,
  side         text        not null check (side in ('debit', 'credit')),
  amount_minor bigint      not null check (amount_minor > 0),
  currency     char(3)     not null,
  primary key (entry_id, position, occurred_at)
) partition by range (occurred_at);

-- Balances and statements read one account over a range of time.
create index lines_account on lines (account, currency, occurred_at);

create table lines_2026_03 partition of lines
  for values from ('2026-03-01') to ('2026-04-01');
create table lines_2026_04 partition of lines
  for values from ('2026-04-01') to ('2026-05-01');

create table closed_periods (
  month     date primary key,
  closed_by text        not null,
  closed_at timestamptz not null default now()
);

-- The books are append-only, also for the service itself.
revoke update, delete on entries, lines from public;
