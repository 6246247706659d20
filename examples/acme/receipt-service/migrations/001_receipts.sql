CREATE TABLE receipts (
  id uuid PRIMARY KEY,
  payment_id text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  currency char(3) NOT NULL,
  issued_at timestamptz NOT NULL
);
