CREATE TABLE flags (
  key        text PRIMARY KEY,
  version    int NOT NULL CHECK (version > 0),
  definition jsonb NOT NULL
);

-- The audit trail. Rows are never changed, and outlive their flag.
CREATE TABLE flag_changes (
  key        text NOT NULL,
  version    int NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  definition jsonb NOT NULL,
  PRIMARY KEY (key, version)
);
