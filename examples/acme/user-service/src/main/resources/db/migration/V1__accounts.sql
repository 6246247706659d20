CREATE TABLE accounts (
  id             text PRIMARY KEY,
  email          text NOT NULL,
  email_verified boolean NOT NULL DEFAULT false,
  display_name   text NOT NULL,
  phone          text,
  locale         text NOT NULL,
  status         text NOT NULL CHECK (status IN ('active', 'locked', 'closing')),
  password_hash  text NOT NULL,
  created_at     timestamptz NOT NULL,
  version        bigint NOT NULL DEFAULT 1,
  CONSTRAINT accounts_email_unique UNIQUE (email)
);

CREATE TABLE addresses (
  id          text PRIMARY KEY,
  account_id  text NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  recipient   text NOT NULL,
  lines       text[] NOT NULL,
  postal_code text NOT NULL,
  city        text NOT NULL,
  country     char(2) NOT NULL,
  is_default  boolean NOT NULL DEFAULT false
);

-- At most one default address per account.
CREATE UNIQUE INDEX addresses_default ON addresses (account_id) WHERE is_default;

-- Decisions are appended, never changed: the newest one is in force, the rest is the record.
CREATE TABLE consents (
  account_id text NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  purpose    text NOT NULL,
  is_granted boolean NOT NULL,
  source     text NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, purpose, decided_at)
);

CREATE TABLE erasures (
  account_id   text PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  requested_at timestamptz NOT NULL,
  erases_at    timestamptz NOT NULL
);

-- Serves the erasure job, which asks for what is due.
CREATE INDEX erasures_due ON erasures (erases_at);
