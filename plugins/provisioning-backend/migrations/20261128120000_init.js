// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE resources (
      id uuid PRIMARY KEY,
      type text NOT NULL,
      class text NOT NULL,
      name text NOT NULL,
      provider_name text NOT NULL,
      shared_id text,
      environment text NOT NULL,
      environment_type text NOT NULL,
      owner_ref text NOT NULL,
      scope_ref text NOT NULL,
      definition text NOT NULL,
      driver text NOT NULL,
      plan text NOT NULL,
      inputs jsonb NOT NULL,
      parameters jsonb NOT NULL,
      fingerprint text NOT NULL,
      monthly_price_amount numeric,
      monthly_price_currency text,
      deletion text NOT NULL CHECK (deletion IN ('protect', 'snapshot-then-delete', 'delete')),
      state text NOT NULL,
      state_reason text,
      state_since timestamptz NOT NULL DEFAULT now(),
      desired text NOT NULL CHECK (desired IN ('present', 'suspended', 'absent')),
      version bigint NOT NULL DEFAULT 1,
      credential_generation integer NOT NULL DEFAULT 1,
      lease_days integer,
      lease_ends_at timestamptz,
      lease_default_days integer,
      lease_maximum_days integer,
      lease_grace_days integer,
      lease_reminded_days integer,
      lease_reminded_ends_at timestamptz,
      observed jsonb,
      observed_at timestamptz,
      has_drift boolean NOT NULL DEFAULT false,
      evidence text,
      proof jsonb,
      deleted_by text,
      work_due_at timestamptz,
      claimed_by uuid,
      claimed_until timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CHECK ((monthly_price_amount IS NULL) = (monthly_price_currency IS NULL))
    );
    COMMENT ON TABLE resources IS
      'What was asked for, what it is to be (desired, inputs, parameters, fingerprint, credential_generation), and what was last seen of it at the provider (observed). Each write counts version up, and names the one it has read: a writer that was overtaken changes nothing. scope_ref is the component it was asked for, or its owner: names are unique in it. A worker that works on it holds claimed_until by the clock of the database; work_due_at says when the next step is due, and is null where there is none. The lease begins once the resource is ready, for lease_days. lease_reminded_days is the last reminder that was sent for the lease that ends at lease_reminded_ends_at.';
    CREATE UNIQUE INDEX resources_by_provider_name ON resources (provider_name);
    COMMENT ON INDEX resources_by_provider_name IS 'The resource behind a name at a provider, and behind a catalog entity.';
    CREATE UNIQUE INDEX resources_live_name ON resources (environment, scope_ref, name)
      WHERE state NOT IN ('deleted', 'withdrawn');
    COMMENT ON INDEX resources_live_name IS 'One live resource of a name, and which it is.';
    CREATE UNIQUE INDEX resources_live_shared ON resources (environment, type, class, shared_id)
      WHERE shared_id IS NOT NULL AND state NOT IN ('deleted', 'withdrawn');
    COMMENT ON INDEX resources_live_shared IS 'One live resource of a shared id, and which it is.';
    CREATE INDEX resources_quota ON resources (owner_ref, definition)
      WHERE state NOT IN ('deleted', 'withdrawn');
    COMMENT ON INDEX resources_quota IS 'What an owner has, and how much of a quota is used.';
    CREATE INDEX resources_by_definition ON resources (definition)
      WHERE state NOT IN ('deleted', 'withdrawn');
    COMMENT ON INDEX resources_by_definition IS 'What lives by a definition.';
    CREATE INDEX resources_due ON resources (driver, owner_ref, work_due_at) WHERE work_due_at IS NOT NULL;
    COMMENT ON INDEX resources_due IS 'What a worker takes next: what is due of a driver, owner by owner.';
    CREATE INDEX resources_observed ON resources (observed_at NULLS FIRST)
      WHERE state IN ('ready', 'expiring');
    COMMENT ON INDEX resources_observed IS 'What the sweep for drift looks at next.';
    CREATE INDEX resources_leases ON resources (lease_ends_at)
      WHERE lease_ends_at IS NOT NULL AND state IN ('ready', 'expiring');
    COMMENT ON INDEX resources_leases IS 'Whose lease ends soon, or has ended.';
    CREATE INDEX resources_updated ON resources (updated_at DESC, id DESC);
    COMMENT ON INDEX resources_updated IS 'The overview, what changed last first.';

    CREATE TABLE resource_entities (
      resource_id uuid NOT NULL REFERENCES resources ON DELETE CASCADE,
      entity_ref text NOT NULL,
      PRIMARY KEY (resource_id, entity_ref)
    );
    COMMENT ON TABLE resource_entities IS
      'The components that depend on a resource: several where it is shared, none where it is for its owner.';
    CREATE INDEX resource_entities_by_entity ON resource_entities (entity_ref);
    COMMENT ON INDEX resource_entities_by_entity IS 'The resources of a component.';

    CREATE TABLE requests (
      id uuid PRIMARY KEY,
      resource_id uuid NOT NULL REFERENCES resources ON DELETE CASCADE,
      kind text NOT NULL,
      state text NOT NULL,
      state_reason text,
      requester_ref text NOT NULL,
      reason text,
      input jsonb NOT NULL,
      change jsonb NOT NULL DEFAULT '{}',
      preview jsonb NOT NULL,
      plan_hash text NOT NULL,
      approver_refs text[] NOT NULL,
      approval_reasons text[] NOT NULL,
      decided_by text,
      decided_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
    COMMENT ON TABLE requests IS
      'What people asked for: input as they said it, change as it is applied to the resource, preview as they were shown it. An approval holds for plan_hash only.';
    CREATE INDEX requests_by_resource ON requests (resource_id, created_at);
    COMMENT ON INDEX requests_by_resource IS 'The requests of a resource, and those that a step brings on.';
    CREATE INDEX requests_created ON requests (created_at DESC, id DESC);
    COMMENT ON INDEX requests_created IS 'The list of requests, the newest first.';
    CREATE INDEX requests_waiting ON requests USING gin (approver_refs)
      WHERE state = 'awaiting-approval';
    COMMENT ON INDEX requests_waiting IS 'What waits for somebody.';

    CREATE TABLE idempotency_keys (
      principal_ref text NOT NULL,
      key text NOT NULL,
      body_hash text NOT NULL,
      request_id uuid NOT NULL REFERENCES requests ON DELETE CASCADE,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (principal_ref, key)
    );
    COMMENT ON TABLE idempotency_keys IS
      'Which request a key stands for, per caller, so that repeating it makes no second one.';
    CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);
    COMMENT ON INDEX idempotency_keys_created IS 'Which keys are old enough to be forgotten.';

    CREATE TABLE timeline (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      resource_id uuid NOT NULL REFERENCES resources ON DELETE CASCADE,
      request_id uuid REFERENCES requests ON DELETE SET NULL,
      at timestamptz NOT NULL DEFAULT now(),
      kind text NOT NULL CHECK (kind IN ('state', 'step', 'note')),
      title text NOT NULL,
      detail text,
      status text CHECK (status IN ('running', 'done', 'failed', 'unknown')),
      from_state text,
      to_state text,
      actor_ref text
    );
    COMMENT ON TABLE timeline IS
      'What happened to resources: each change of state, written in its transaction, each step at a provider, and notes. actor_ref is absent where the portal did it by itself. No row holds a secret.';
    CREATE INDEX timeline_by_resource ON timeline (resource_id, id);
    COMMENT ON INDEX timeline_by_resource IS 'The time line of a resource.';
    CREATE INDEX timeline_by_request ON timeline (request_id, id) WHERE request_id IS NOT NULL;
    COMMENT ON INDEX timeline_by_request IS 'The time line of a request.';

    CREATE TABLE steps (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      resource_id uuid NOT NULL REFERENCES resources ON DELETE CASCADE,
      request_id uuid REFERENCES requests ON DELETE SET NULL,
      timeline_id bigint REFERENCES timeline ON DELETE SET NULL,
      action text NOT NULL,
      resource_version bigint NOT NULL,
      idempotency_key uuid NOT NULL,
      attempt integer NOT NULL,
      started_at timestamptz NOT NULL DEFAULT now(),
      finished_at timestamptz,
      outcome text NOT NULL DEFAULT 'running'
        CHECK (outcome IN ('running', 'done', 'refused', 'unknown')),
      message text
    );
    COMMENT ON TABLE steps IS
      'The intent journal: what was about to be changed at a provider, written before the call. A step that still runs although nobody holds the claim of its resource was cut short; what it came to is found out by looking. All attempts of one change have the same idempotency_key.';
    CREATE INDEX steps_by_resource ON steps (resource_id, id);
    COMMENT ON INDEX steps_by_resource IS 'What was tried for a resource.';

    CREATE TABLE credentials (
      resource_id uuid NOT NULL REFERENCES resources ON DELETE CASCADE,
      generation integer NOT NULL,
      seed_jwe text,
      key_id text,
      store text NOT NULL CHECK (store IN ('portal', 'shown', 'kubernetes', 'file')),
      reference text,
      outputs text[] NOT NULL DEFAULT '{}',
      taken_by text,
      taken_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (resource_id, generation)
    );
    COMMENT ON TABLE credentials IS
      'Where the secrets of a generation are: for issued ones the seed they are derived from, encrypted (JWE) with the key key_id until somebody has taken them; for others where the provider keeps them. outputs are names only.';
    CREATE INDEX credentials_by_key ON credentials (key_id) WHERE seed_jwe IS NOT NULL;
    COMMENT ON INDEX credentials_by_key IS 'What is to be encrypted anew after the key changed.';

    CREATE TABLE quota_locks (
      owner_ref text NOT NULL,
      definition text NOT NULL,
      PRIMARY KEY (owner_ref, definition)
    );
    COMMENT ON TABLE quota_locks IS
      'One row per owner and definition with a quota: who requests holds it while the live resources are counted and a new one is added.';

    CREATE TABLE leftovers (
      kind text NOT NULL CHECK (kind IN ('unknown-to-portal', 'unused')),
      driver text NOT NULL,
      location text NOT NULL,
      provider_name text NOT NULL,
      resource_id uuid,
      owner_ref text,
      reason text NOT NULL,
      monthly_price_amount numeric,
      monthly_price_currency text,
      first_seen_at timestamptz NOT NULL,
      checked_at timestamptz NOT NULL,
      PRIMARY KEY (kind, driver, location, provider_name)
    );
    COMMENT ON TABLE leftovers IS
      'What lies at providers although nobody needs it (unused) or the portal does not know it (unknown-to-portal), as the last check found it.';

    CREATE TABLE definition_files (
      source text PRIMARY KEY,
      origin text NOT NULL CHECK (origin IN ('folder', 'repository')),
      etag text,
      content text,
      problem text,
      refusal text,
      problems jsonb NOT NULL DEFAULT '[]',
      checked_at timestamptz,
      due_at timestamptz
    );
    COMMENT ON TABLE definition_files IS
      'The files of resource types and definitions as they were read last, by path or address. problem says why one could not be read, refusal why it may not be used, problems what is wrong with what it says.';
    CREATE INDEX definition_files_due ON definition_files (due_at) WHERE due_at IS NOT NULL;
    COMMENT ON INDEX definition_files_due IS 'Which files are to be read.';

    CREATE TABLE definition_documents (
      kind text NOT NULL,
      name text NOT NULL,
      source text NOT NULL,
      line integer NOT NULL,
      "column" integer NOT NULL,
      document jsonb NOT NULL,
      hash text NOT NULL,
      removed_at timestamptz,
      PRIMARY KEY (kind, name)
    );
    COMMENT ON TABLE definition_documents IS
      'The resource types and definitions in force. removed_at says since when no file has one any more, while resources live by it.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE definition_documents, definition_files, leftovers, quota_locks, credentials, steps, timeline,
      idempotency_keys, requests, resource_entities, resources
  `);
};
