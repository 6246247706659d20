// @ts-check

const AMOUNTS = ['billed', 'effective', 'list', 'contracted']
  .map(name => `${name} numeric NOT NULL`)
  .join(', ');

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE sources (
      name text PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('folder', 's3', 'opencost', 'upload')),
      looked_at timestamptz,
      failure text,
      failing_since timestamptz
    );
    COMMENT ON TABLE sources IS
      'Whose bills are brought in, and how asking for them goes. What a folder or bucket is, the configuration says.';

    CREATE TABLE imports (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      source text NOT NULL,
      name text NOT NULL,
      format text NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'reading', 'imported', 'unchanged', 'refused', 'failed')),
      message text,
      requested_by text,
      content_hash text,
      version text,
      received_at timestamptz NOT NULL,
      seen_at timestamptz NOT NULL,
      finished_at timestamptz,
      bytes bigint NOT NULL DEFAULT 0,
      row_count bigint NOT NULL DEFAULT 0,
      months date[] NOT NULL DEFAULT '{}',
      report jsonb
    );
    COMMENT ON TABLE imports IS
      'Deliveries of charges: a file, or the files of a folder together. seen_at is when a replica last worked on it: one that waits or is read and was not seen for long is failed. content_hash is that of all bytes. version is what the source says of the file, such as its size and time: one that has not changed is not read again. months are the first days of the billing periods that it has.';
    CREATE INDEX imports_by_time ON imports (received_at DESC, id DESC);
    COMMENT ON INDEX imports_by_time IS 'The list of imports.';
    CREATE INDEX imports_by_source ON imports (source, name, received_at DESC);
    COMMENT ON INDEX imports_by_source IS 'What a source brought in under a name before.';
    CREATE UNIQUE INDEX imports_reading ON imports (source) WHERE state = 'reading';
    COMMENT ON INDEX imports_reading IS 'One import of a source is read at a time, across replicas.';

    CREATE TABLE import_sums (
      import_id integer NOT NULL REFERENCES imports ON DELETE CASCADE,
      month date NOT NULL,
      invoice_id text NOT NULL,
      billing_account_id text NOT NULL,
      currency text NOT NULL,
      row_count bigint NOT NULL,
      billed numeric NOT NULL,
      effective numeric NOT NULL,
      stored numeric,
      PRIMARY KEY (import_id, month, invoice_id, billing_account_id, currency)
    );
    COMMENT ON TABLE import_sums IS
      'What a delivery says, added up while it was read: what everything later is compared with. stored is billed added up again over the rows that are kept. An empty invoice_id is none.';

    CREATE TABLE keys (
      id bigint PRIMARY KEY,
      source text NOT NULL,
      provider text NOT NULL,
      billing_account_id text NOT NULL,
      sub_account_id text,
      sub_account_name text,
      service_name text NOT NULL,
      service_category text,
      region text,
      resource_id text,
      resource_name text,
      resource_type text,
      tags jsonb NOT NULL,
      first_seen_at timestamptz NOT NULL DEFAULT now()
    );
    COMMENT ON TABLE keys IS
      'All that rules look at, once for all charges that have it alike. id is the first 64 bits of the SHA-256 of the other columns as JSON, so that an import knows it without asking. tags are by name, values as text; labels and namespace of Kubernetes are among them as kubernetes.label.<name>, kubernetes.namespace and kubernetes.cluster.';
    CREATE INDEX keys_by_resource ON keys (resource_id);
    COMMENT ON INDEX keys_by_resource IS 'The charges of a resource.';

    CREATE TABLE dimensions (
      id bigint PRIMARY KEY,
      provider text NOT NULL,
      billing_account_id text NOT NULL,
      sub_account_id text,
      sub_account_name text,
      service_name text NOT NULL,
      service_category text,
      region text,
      charge_category text NOT NULL,
      charge_class text,
      pricing_category text,
      commitment_status text,
      currency text NOT NULL
    );
    CREATE INDEX dimensions_by_currency ON dimensions (currency);
    COMMENT ON INDEX dimensions_by_currency IS 'Whether there is more than one currency.';
    COMMENT ON TABLE dimensions IS
      'By what cost is taken apart, once for all charges that have it alike. id is the first 64 bits of the SHA-256 of the other columns as JSON. charge_class is Correction or null.';

    CREATE TABLE charges (
      import_id integer NOT NULL,
      row_number bigint NOT NULL,
      month date NOT NULL,
      charge_start timestamptz NOT NULL,
      charge_end timestamptz NOT NULL,
      key_id bigint NOT NULL,
      dimension_id bigint NOT NULL,
      invoice_id text,
      sku_id text,
      description text,
      charge_frequency text,
      commitment_id text,
      consumed_quantity numeric,
      consumed_unit text,
      ${AMOUNTS},
      other jsonb
    ) PARTITION BY LIST (import_id);
    COMMENT ON TABLE charges IS
      'The rows of bills. An import fills a partition of its own, which nothing changes afterwards; which rows count, slices say. month is the first day of the billing period. other has the columns that the portal does not know. Each partition has three indexes of its own: on key_id and charge_start for the rows of some resources, on charge_start for the newest rows of all, and for those of several days.';

    CREATE TABLE allocations (
      version integer PRIMARY KEY,
      applies_from date,
      definition jsonb NOT NULL,
      content text NOT NULL,
      hash text NOT NULL,
      source text NOT NULL,
      entity_ref text,
      changes text[] NOT NULL,
      line integer NOT NULL,
      published_at timestamptz NOT NULL,
      recalculated_at timestamptz,
      decided_by text
    );
    COMMENT ON TABLE allocations IS
      'The rules of allocation, version by version. A charge is allocated by the newest version that applies to its first day. recalculated_at is when everything is shown by it, null before. decided_by is the hash of the entities and resources that its targets were decided by.';

    CREATE TABLE allocation_files (
      source text PRIMARY KEY,
      origin text NOT NULL CHECK (origin IN ('folder', 'repository')),
      entity_ref text,
      etag text,
      content text,
      problem text,
      refusal text,
      problems jsonb NOT NULL DEFAULT '[]',
      checked_at timestamptz,
      due_at timestamptz
    );
    COMMENT ON TABLE allocation_files IS
      'The files of rules as they were read last, by path or address. entity_ref is who names one. refusal is why it must not be used, problem why it cannot be read, problems what is wrong with what it says.';
    CREATE INDEX allocation_files_due ON allocation_files (due_at) WHERE due_at IS NOT NULL;
    COMMENT ON INDEX allocation_files_due IS 'Which files are read now.';

    CREATE TABLE request_counts (
      entity_ref text NOT NULL,
      day date NOT NULL,
      count numeric NOT NULL,
      PRIMARY KEY (entity_ref, day)
    );
    COMMENT ON TABLE request_counts IS
      'How many requests the SLOs of an entity counted on a day, as of the last look: by what pools are split. Of several SLOs the one that counts most, since they see the same requests.';

    CREATE TABLE provisioned_resources (
      name text PRIMARY KEY,
      entity_ref text NOT NULL
    );
    COMMENT ON TABLE provisioned_resources IS
      'What the portal made, by what it is called at the provider, and its entity in the catalog: as of the last look.';

    CREATE TABLE targets (
      id integer GENERATED BY DEFAULT AS IDENTITY (START WITH 2) PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('entity', 'pool', 'unallocated')),
      ref text NOT NULL,
      UNIQUE (kind, ref)
    );
    COMMENT ON TABLE targets IS
      'Where charges go: an entity by its ref, a pool of shared cost by its name, or nowhere.';
    INSERT INTO targets (id, kind, ref) VALUES (1, 'unallocated', '');

    CREATE TABLE key_targets (
      version integer NOT NULL,
      key_id bigint NOT NULL,
      target_id integer NOT NULL,
      rule text,
      PRIMARY KEY (version, key_id)
    );
    COMMENT ON TABLE key_targets IS
      'Where the charges of a key go by a version of the rules, and by which of them. Version 0 has no rules.';
    CREATE TABLE key_target_changes (
      version integer NOT NULL,
      key_id bigint NOT NULL,
      target_id integer NOT NULL,
      rule text,
      PRIMARY KEY (version, key_id)
    );
    COMMENT ON TABLE key_target_changes IS
      'Where the charges of some keys will go once the sums that are being built take their place. Empty while nothing is built.';
    CREATE INDEX key_targets_by_target ON key_targets (target_id, version) INCLUDE (key_id);
    COMMENT ON INDEX key_targets_by_target IS 'The resources behind an entity.';

    CREATE TABLE generations (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('charges', 'split')),
      source text,
      month date NOT NULL,
      import_id integer,
      state text NOT NULL CHECK (state IN ('building', 'active', 'retired')),
      created_at timestamptz NOT NULL DEFAULT now(),
      retired_at timestamptz
    );
    COMMENT ON TABLE generations IS
      'A set of sums that were worked out together and take the place of another set at once: kind charges for what a source has of a billing period, kind split for what pools give away in a calendar month. Only active ones count; retired ones are removed in the background, and so are those that were being built when their replica died.';
    CREATE UNIQUE INDEX generations_active ON generations (kind, COALESCE(source, ''), month) WHERE state = 'active';
    COMMENT ON INDEX generations_active IS 'One set counts for a source and a month.';

    CREATE TABLE slices (
      source text NOT NULL,
      month date NOT NULL,
      import_id integer NOT NULL REFERENCES imports,
      PRIMARY KEY (source, month)
    );
    COMMENT ON TABLE slices IS
      'Which import counts for a source and a billing period.';

    CREATE TABLE daily_costs (
      generation_id integer NOT NULL,
      day date NOT NULL,
      target_id integer NOT NULL,
      pool_id integer NOT NULL DEFAULT 0,
      dimension_id bigint NOT NULL,
      row_count bigint NOT NULL,
      carried_count bigint NOT NULL DEFAULT 0,
      ${AMOUNTS}
    );
    COMMENT ON TABLE daily_costs IS
      'Cost by day, target and dimension, as billed. row_count is how many charges begin on the day, carried_count how many go on from the day before: together, those of a period are what begins in it and what is carried over to its first day. pool_id is 0, or the pool that a part comes from: then the pool itself has a row with what it gives, below zero, so that the sum of all rows never changes.';
    CREATE INDEX daily_costs_by_target ON daily_costs (target_id, day);
    COMMENT ON INDEX daily_costs_by_target IS 'The days of some entities.';
    CREATE INDEX daily_costs_by_generation ON daily_costs (generation_id);
    COMMENT ON INDEX daily_costs_by_generation IS 'What is removed with its generation.';

    CREATE TABLE monthly_costs (
      generation_id integer NOT NULL,
      month date NOT NULL,
      target_id integer NOT NULL,
      pool_id integer NOT NULL DEFAULT 0,
      dimension_id bigint NOT NULL,
      row_count bigint NOT NULL,
      ${AMOUNTS}
    );
    COMMENT ON TABLE monthly_costs IS 'The same by calendar month.';
    CREATE INDEX monthly_costs_by_month ON monthly_costs (month, target_id);
    COMMENT ON INDEX monthly_costs_by_month IS 'Months of everybody, or of some.';
    CREATE INDEX monthly_costs_by_generation ON monthly_costs (generation_id);
    COMMENT ON INDEX monthly_costs_by_generation IS 'What is removed with its generation.';

    CREATE TABLE monthly_key_costs (
      generation_id integer NOT NULL,
      month date NOT NULL,
      target_id integer NOT NULL,
      version integer NOT NULL,
      key_id bigint NOT NULL,
      dimension_id bigint NOT NULL,
      ${AMOUNTS}
    );
    COMMENT ON TABLE monthly_key_costs IS
      'Cost of each key by calendar month, before pools are split: resources, what nobody has, and what a change of the rules would move. version is that of the rules that allocate it.';
    CREATE INDEX monthly_key_costs_by_month ON monthly_key_costs (month, target_id);
    COMMENT ON INDEX monthly_key_costs_by_month IS 'Months of everybody, or of some.';
    CREATE INDEX monthly_key_costs_by_generation ON monthly_key_costs (generation_id);
    COMMENT ON INDEX monthly_key_costs_by_generation IS 'What is removed with its generation.';

    CREATE TABLE daily_key_costs (
      generation_id integer NOT NULL,
      month date NOT NULL,
      metric text NOT NULL,
      target_id integer NOT NULL,
      version integer NOT NULL,
      key_id bigint NOT NULL,
      dimension_id bigint NOT NULL,
      days integer NOT NULL,
      amounts numeric[] NOT NULL
    );
    COMMENT ON TABLE daily_key_costs IS
      'The same by day, a row for all days of a month: what some of them cost takes no longer than what all of them do. days are those of the month that have a charge, as bits, the first day as the lowest; amounts is what the month costs up to each of them, in order. metric is one of the four amounts.';
    CREATE INDEX daily_key_costs_by_month ON daily_key_costs (month, metric, target_id);
    COMMENT ON INDEX daily_key_costs_by_month IS 'Days of a month, of everybody or of some.';
    CREATE INDEX daily_key_costs_by_generation ON daily_key_costs (generation_id);
    COMMENT ON INDEX daily_key_costs_by_generation IS 'What is removed with its generation.';

    CREATE TABLE daily_target_costs (
      generation_id integer NOT NULL,
      day date NOT NULL,
      target_id integer NOT NULL,
      pool_id integer NOT NULL DEFAULT 0,
      charge_category text NOT NULL,
      currency text NOT NULL,
      row_count bigint NOT NULL,
      carried_count bigint NOT NULL,
      ${AMOUNTS}
    );
    COMMENT ON TABLE daily_target_costs IS
      'Cost by day, target and charge category, whatever it is for: summaries, lists of entities, teams, and what is unusual.';
    CREATE INDEX daily_target_costs_by_target ON daily_target_costs (target_id, day);
    COMMENT ON INDEX daily_target_costs_by_target IS 'The summary of few entities, and whether they have any charge.';
    CREATE INDEX daily_target_costs_by_day ON daily_target_costs (day, target_id);
    COMMENT ON INDEX daily_target_costs_by_day IS 'Days of everybody, or of some.';
    CREATE INDEX daily_target_costs_by_generation ON daily_target_costs (generation_id);
    COMMENT ON INDEX daily_target_costs_by_generation IS 'What is removed with its generation.';

    CREATE TABLE daily_dimension_costs (
      generation_id integer NOT NULL,
      day date NOT NULL,
      dimension_id bigint NOT NULL,
      row_count bigint NOT NULL,
      carried_count bigint NOT NULL,
      ${AMOUNTS}
    );
    COMMENT ON TABLE daily_dimension_costs IS
      'Cost by day and dimension, whoever has it: the whole organisation.';
    CREATE INDEX daily_dimension_costs_by_day ON daily_dimension_costs (day);
    COMMENT ON INDEX daily_dimension_costs_by_day IS 'Days of the organisation.';
    CREATE INDEX daily_dimension_costs_by_generation ON daily_dimension_costs (generation_id, day);
    COMMENT ON INDEX daily_dimension_costs_by_generation IS 'The last day of a generation, and what is removed with it.';
    CREATE INDEX daily_dimension_costs_by_dimension ON daily_dimension_costs (dimension_id, day);
    COMMENT ON INDEX daily_dimension_costs_by_dimension IS 'Days of few dimensions, such as taxes and purchases.';

    CREATE TABLE daily_organization_costs (
      generation_id integer NOT NULL,
      day date NOT NULL,
      dimension text NOT NULL,
      key text NOT NULL,
      label text,
      currency text NOT NULL,
      row_count bigint NOT NULL,
      carried_count bigint NOT NULL,
      ${AMOUNTS}
    );
    COMMENT ON TABLE daily_organization_costs IS
      'Cost of everybody by day and the values of one dimension at a time, a few rows a day: charts and the summary of the whole organisation. dimension is the name that the API gives it, key is none where a charge has no value, label what a sub-account is called.';
    CREATE INDEX daily_organization_costs_by_dimension ON daily_organization_costs (dimension, day);
    COMMENT ON INDEX daily_organization_costs_by_dimension IS 'Days of the organisation by a dimension.';
    CREATE INDEX daily_organization_costs_by_generation ON daily_organization_costs (generation_id);
    COMMENT ON INDEX daily_organization_costs_by_generation IS 'What is removed with its generation.';

    CREATE TABLE exchange_rates (
      currency text NOT NULL,
      month date NOT NULL,
      rate numeric NOT NULL CHECK (rate > 0),
      source text NOT NULL,
      PRIMARY KEY (currency, month)
    );
    COMMENT ON TABLE exchange_rates IS
      'What one unit of a currency was worth in the currency of the portal in a calendar month. A month without a rate has the last one before.';

    CREATE TABLE entities (
      entity_ref text PRIMARY KEY,
      kind text NOT NULL,
      type text,
      title text,
      owner_refs text[] NOT NULL,
      system_refs text[] NOT NULL,
      hash text NOT NULL
    );
    COMMENT ON TABLE entities IS
      'The entities of the catalog, as of the last sweep: whom rules may name, and whose cost is whose. owner_refs are the targets of ownedBy, system_refs those of partOf and, for groups, of childOf.';
    CREATE INDEX entities_by_owner ON entities USING gin (owner_refs);
    COMMENT ON INDEX entities_by_owner IS 'What some owners have.';
    CREATE INDEX entities_by_system ON entities USING gin (system_refs);
    COMMENT ON INDEX entities_by_system IS 'What a system consists of.';

    CREATE TABLE metric_counts (
      entity_ref text NOT NULL,
      unit text NOT NULL,
      day date NOT NULL,
      count numeric NOT NULL,
      PRIMARY KEY (entity_ref, unit, day)
    );
    COMMENT ON TABLE metric_counts IS
      'How much work an entity did on a day, as it was pushed: by what pools are split, and what one unit costs.';

    CREATE TABLE anomalies (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      entity_ref text NOT NULL,
      currency text NOT NULL,
      first_day date NOT NULL,
      last_day date NOT NULL,
      amount numeric NOT NULL,
      expected numeric NOT NULL,
      drivers jsonb NOT NULL,
      state text NOT NULL CHECK (state IN ('open', 'acknowledged', 'over')),
      found_at timestamptz NOT NULL DEFAULT now(),
      acknowledged_by text,
      acknowledged_at timestamptz,
      reason text
    );
    COMMENT ON TABLE anomalies IS
      'Days on which an entity cost more than its weekdays usually do, together as long as they follow each other. drivers are what rose most.';
    CREATE UNIQUE INDEX anomalies_by_entity ON anomalies (entity_ref, first_day);
    COMMENT ON INDEX anomalies_by_entity IS 'The anomalies of an entity; one begins on a day.';
    CREATE INDEX anomalies_by_time ON anomalies (first_day DESC, id DESC);
    COMMENT ON INDEX anomalies_by_time IS 'The list of anomalies.';

    CREATE TABLE budget_alerts (
      entity_ref text NOT NULL,
      month date NOT NULL,
      basis text NOT NULL CHECK (basis IN ('actual', 'forecast')),
      percent integer NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (entity_ref, month, basis, percent)
    );
    COMMENT ON TABLE budget_alerts IS
      'Which parts of a budget were reached, by what is spent or expected: each is told once in a month.';

    CREATE TABLE messages (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      key text NOT NULL,
      recipient_refs text[] NOT NULL,
      exclude_ref text,
      payload jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      due_at timestamptz,
      attempts integer NOT NULL DEFAULT 0,
      sent_at timestamptz,
      problem text
    );
    COMMENT ON TABLE messages IS
      'Notifications, written down before they are sent. A key is what a message is about and happens once. Without due_at it was sent, or given up, as problem says.';
    CREATE UNIQUE INDEX messages_once ON messages (key);
    COMMENT ON INDEX messages_once IS 'Nobody is told the same twice.';
    CREATE INDEX messages_due ON messages (due_at) WHERE due_at IS NOT NULL;
    COMMENT ON INDEX messages_due IS 'What is to be sent.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE messages, budget_alerts, anomalies, metric_counts, provisioned_resources,
      request_counts, allocation_files, entities, exchange_rates, daily_organization_costs, daily_dimension_costs,
      daily_target_costs, daily_key_costs, monthly_key_costs, monthly_costs, daily_costs, slices, generations,
      key_target_changes, key_targets, targets, allocations, charges, dimensions, keys, import_sums,
      imports, sources;
  `);
};
