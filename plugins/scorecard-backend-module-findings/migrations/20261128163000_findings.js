// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE finding_scans (
      entity_ref text NOT NULL,
      tool text NOT NULL,
      category text NOT NULL,
      format text NOT NULL,
      commit text,
      scanned_at timestamptz NOT NULL,
      uploaded_at timestamptz NOT NULL,
      uploaded_by text NOT NULL,
      score numeric,
      checks jsonb,
      has_components boolean NOT NULL,
      kinds text[] NOT NULL,
      gone_since timestamptz,
      PRIMARY KEY (entity_ref, tool, category)
    );
    COMMENT ON TABLE finding_scans IS
      'The last scan of each entity by each tool. The checks and the score are those of OpenSSF Scorecard.';
    COMMENT ON COLUMN finding_scans.kinds IS 'What the tool looks for, whether it found some or not.';
    COMMENT ON COLUMN finding_scans.gone_since IS 'When the catalog was first seen without the entity; all that is known of it goes 30 days later.';

    CREATE TABLE findings (
      id uuid PRIMARY KEY,
      entity_ref text NOT NULL,
      fingerprint text NOT NULL,
      kind text NOT NULL,
      rule_id text NOT NULL,
      advisory text,
      title text NOT NULL,
      description text,
      described_by text NOT NULL,
      severity smallint NOT NULL,
      score numeric,
      aliases text[] NOT NULL,
      file text,
      line integer,
      purl text,
      package_name text,
      package_version text,
      fixed_in text[] NOT NULL,
      url text,
      state text NOT NULL,
      first_seen_at timestamptz NOT NULL,
      last_seen_at timestamptz NOT NULL,
      open_since timestamptz,
      fixed_at timestamptz,
      fixed_commit text,
      suppressed_at timestamptz,
      suppressed_until timestamptz,
      suppressed_by text,
      suppression_reason text,
      CONSTRAINT findings_of_fingerprint UNIQUE (entity_ref, fingerprint)
    );
    COMMENT ON TABLE findings IS
      'Weaknesses of entities, one row for all the tools that see the same. No text in it is a secret.';
    COMMENT ON COLUMN findings.severity IS '4 critical, 3 high, 2 medium, 1 low, 0 unknown';
    COMMENT ON COLUMN findings.state IS
      'By what the tools say. A person who suppressed it is beside that, for as long as it holds.';
    CREATE INDEX findings_of_entity ON findings (entity_ref, state, severity DESC);
    COMMENT ON INDEX findings_of_entity IS 'Facts of an entity, and the list of its findings.';
    CREATE INDEX findings_worst_first ON findings (state, severity DESC, first_seen_at, id);
    COMMENT ON INDEX findings_worst_first IS 'The list over all entities.';
    CREATE INDEX findings_of_alias ON findings USING gin (aliases);
    COMMENT ON INDEX findings_of_alias IS 'Who has a CVE.';
    CREATE INDEX findings_fixed ON findings (fixed_at) WHERE state = 'fixed';
    COMMENT ON INDEX findings_fixed IS 'Which fixed findings are old enough to be deleted.';
    CREATE INDEX findings_suppressed ON findings (suppressed_until) WHERE suppressed_until IS NOT NULL;
    COMMENT ON INDEX findings_suppressed IS 'Which suppressions end.';

    CREATE TABLE finding_sightings (
      finding_id uuid NOT NULL REFERENCES findings ON DELETE CASCADE,
      tool text NOT NULL,
      category text NOT NULL,
      state text NOT NULL,
      reason text,
      severity smallint NOT NULL,
      first_seen_at timestamptz NOT NULL,
      last_seen_at timestamptz NOT NULL,
      commit text,
      PRIMARY KEY (finding_id, tool, category)
    );
    COMMENT ON TABLE finding_sightings IS 'What each tool says of a finding.';

    CREATE TABLE finding_changes (
      id bigserial PRIMARY KEY,
      finding_id uuid NOT NULL REFERENCES findings ON DELETE CASCADE,
      at timestamptz NOT NULL,
      change text NOT NULL,
      changed_by text,
      commit text,
      reason text
    );
    COMMENT ON TABLE finding_changes IS 'What happened to each finding.';
    CREATE INDEX finding_changes_of_finding ON finding_changes (finding_id, id DESC);
    COMMENT ON INDEX finding_changes_of_finding IS 'The history of a finding, newest first.';

    CREATE TABLE finding_components (
      entity_ref text NOT NULL,
      tool text NOT NULL,
      category text NOT NULL,
      key text NOT NULL,
      purl text,
      type text,
      name text NOT NULL,
      version text,
      dependency text NOT NULL,
      since timestamptz NOT NULL,
      PRIMARY KEY (entity_ref, tool, category, key)
    );
    COMMENT ON TABLE finding_components IS
      'The packages that entities use, by their last bill of materials of each tool.';
    CREATE INDEX finding_components_of_purl ON finding_components (purl, version, entity_ref);
    COMMENT ON INDEX finding_components_of_purl IS 'Who uses a package, by its URL.';
    CREATE INDEX finding_components_of_name ON finding_components (lower(name), version, entity_ref);
    COMMENT ON INDEX finding_components_of_name IS 'Who uses a package, by its name.';
    CREATE INDEX finding_components_of_last_name
      ON finding_components (lower(regexp_replace(name, '^.*/', '')));
    COMMENT ON INDEX finding_components_of_last_name IS
      'Who uses a package, by its name without group or scope.';

    CREATE TABLE findings_polls (
      repository text NOT NULL,
      resource text NOT NULL,
      since timestamptz NOT NULL,
      etag text,
      walk_url text,
      walk_since timestamptz,
      CONSTRAINT findings_polls_pk PRIMARY KEY (repository, resource)
    );
    COMMENT ON TABLE findings_polls IS
      'How far each list of alerts of each GitHub repository has been read.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE findings_polls, finding_components, finding_changes,
      finding_sightings, findings, finding_scans;
  `);
};
