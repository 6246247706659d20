CREATE TABLE categories (
  id        text PRIMARY KEY,
  slug      text NOT NULL UNIQUE,
  names     jsonb NOT NULL,
  parent_id text REFERENCES categories (id)
);

CREATE TABLE products (
  id           text PRIMARY KEY,
  slug         text NOT NULL UNIQUE,
  names        jsonb NOT NULL,
  descriptions jsonb NOT NULL,
  brand        text,
  status       text NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  category_id  text NOT NULL REFERENCES categories (id),
  images       jsonb NOT NULL DEFAULT '[]',
  attributes   jsonb NOT NULL DEFAULT '[]',
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now()
);

-- Serves paging, which is newest change first with the id as tie-breaker.
CREATE INDEX products_by_change ON products (status, updated_at DESC, id DESC);

CREATE TABLE variants (
  sku          text PRIMARY KEY,
  product_id   text NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  position     int NOT NULL,
  name         text NOT NULL,
  tax_class    text NOT NULL,
  weight_grams int NOT NULL CHECK (weight_grams > 0),
  gtin         text,
  stock        int NOT NULL DEFAULT 0
);

CREATE INDEX variants_of_product ON variants (product_id, position);

-- Prices are appended. The newest one whose time has come is in force.
CREATE TABLE prices (
  sku        text NOT NULL REFERENCES variants (sku) ON DELETE CASCADE,
  valid_from timestamptz NOT NULL,
  amount     numeric(12, 2) NOT NULL CHECK (amount >= 0),
  currency   char(3) NOT NULL,
  PRIMARY KEY (sku, valid_from)
);
