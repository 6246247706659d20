// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE exemptions (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      scorecard text NOT NULL,
      scorecard_title text NOT NULL,
      check_name text NOT NULL,
      check_title text NOT NULL,
      entity_ref text NOT NULL,
      owner_refs text[] NOT NULL,
      approver_ref text NOT NULL,
      reason text NOT NULL,
      days integer NOT NULL CHECK (days BETWEEN 1 AND 365),
      state text NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'granted', 'refused', 'withdrawn', 'revoked', 'expired')),
      requested_by text NOT NULL,
      requested_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
      granted_at timestamptz,
      until timestamptz,
      ended_at timestamptz,
      decided_by text,
      decided_at timestamptz,
      note text,
      gone_since timestamptz
    );
    COMMENT ON TABLE exemptions IS
      'Checks that are passed over for entities, or shall be. Titles, owners and approver are as they were when it was asked for. A granted one holds until its time or until ended_at, whatever is earlier, by the clock of this database. gone_since says since when its check or its entity is not there.';
    CREATE UNIQUE INDEX exemptions_one ON exemptions (scorecard, check_name, entity_ref)
      WHERE state IN ('waiting', 'granted');
    COMMENT ON INDEX exemptions_one IS 'At most one of a check and an entity waits or holds.';
    CREATE INDEX exemptions_by_time ON exemptions (requested_at DESC, id DESC);
    COMMENT ON INDEX exemptions_by_time IS 'Pages of exemptions, the newest first.';
    CREATE INDEX exemptions_by_entity ON exemptions (entity_ref, requested_at DESC);
    COMMENT ON INDEX exemptions_by_entity IS 'The exemptions of an entity.';

    CREATE TABLE initiatives (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      title text NOT NULL,
      description text,
      scorecard text NOT NULL,
      goal jsonb NOT NULL,
      owner_ref text NOT NULL,
      scope jsonb NOT NULL,
      starts_on date NOT NULL,
      due_on date NOT NULL,
      state text NOT NULL
        CHECK (state IN ('scheduled', 'running', 'done', 'missed', 'cancelled')),
      created_by text NOT NULL,
      created_at timestamptz NOT NULL,
      ended_at timestamptz,
      measured_at timestamptz
    );
    COMMENT ON TABLE initiatives IS
      'What some entities shall reach by a day, in UTC. An ended one keeps the entities and days that it had.';
    CREATE INDEX initiatives_by_due ON initiatives (due_on, id);
    COMMENT ON INDEX initiatives_by_due IS 'Pages of initiatives, the one due first at the top.';

    CREATE TABLE initiative_entities (
      initiative_id uuid NOT NULL REFERENCES initiatives ON DELETE CASCADE,
      entity_ref text NOT NULL,
      owner_refs text[] NOT NULL,
      state text NOT NULL CHECK (state IN ('done', 'exempt', 'unknown', 'remaining')),
      checks text[] NOT NULL,
      PRIMARY KEY (initiative_id, entity_ref)
    );
    COMMENT ON TABLE initiative_entities IS
      'The entities that an initiative is about and how each stood when it was measured last. checks are the names of those that are not passed yet.';
    CREATE INDEX initiative_entities_by_ref ON initiative_entities (entity_ref);
    COMMENT ON INDEX initiative_entities_by_ref IS 'The initiatives of an entity.';

    CREATE TABLE initiative_days (
      initiative_id uuid NOT NULL REFERENCES initiatives ON DELETE CASCADE,
      day date NOT NULL,
      team text NOT NULL,
      total integer NOT NULL,
      done integer NOT NULL,
      exempt integer NOT NULL,
      unknown integer NOT NULL,
      PRIMARY KEY (initiative_id, day, team)
    );
    COMMENT ON TABLE initiative_days IS
      'How far an initiative was at the end of each day, in UTC: by owner, under an empty team for what nobody owns, and for all under the team *. What two teams own counts for both.';

    CREATE TABLE told_level_drops (
      scorecard text NOT NULL,
      entity_id integer NOT NULL,
      from_at timestamptz NOT NULL,
      told_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (scorecard, entity_id, from_at)
    );
    COMMENT ON TABLE told_level_drops IS
      'Which moves to a lower level owners were told of, for some days: a move is told in the transaction that adds it here.';

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
  await knex.raw(
    'DROP TABLE messages, told_level_drops, initiative_days, initiative_entities, initiatives, exemptions',
  );
};
