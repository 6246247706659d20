// @ts-check

/** What every table of a subject has, whatever the subject is. */
const SUBJECT_COLUMNS = `
  id uuid PRIMARY KEY,
  source text NOT NULL,
  entity_ref text,
  repository text,
  service text,
  at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  stamps jsonb NOT NULL,
  revision integer NOT NULL`;

/** How subjects that several events tell about are merged; see the README. */
const SUBJECT_COMMENT =
  'One row per subject, merged from its events in any order: "stamps" holds the time of the event that each column was taken from, "revision" lets two writers notice each other.';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE events (
      received_at timestamptz NOT NULL,
      event_key uuid NOT NULL,
      source text NOT NULL,
      event_id text NOT NULL,
      type text NOT NULL,
      occurred_at timestamptz NOT NULL,
      payload jsonb NOT NULL
    ) PARTITION BY RANGE (received_at);
    COMMENT ON TABLE events IS
      'Every accepted event as it came in, one partition per month of receipt. Each partition has a unique index on event_key, the digest of source and id.';

    CREATE TABLE event_counts (
      source text NOT NULL,
      type text NOT NULL,
      is_known boolean NOT NULL,
      accepted bigint NOT NULL,
      duplicates bigint NOT NULL,
      refused bigint NOT NULL,
      last_at timestamptz NOT NULL,
      PRIMARY KEY (source, type)
    );
    COMMENT ON TABLE event_counts IS 'How many events of each type each source has sent.';

    CREATE TABLE event_refusals (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz NOT NULL,
      source text,
      event_id text,
      type text,
      reason text NOT NULL
    );
    COMMENT ON TABLE event_refusals IS
      'The last refused events, without their content, which nobody has checked.';

    CREATE TABLE runs (
      ${SUBJECT_COLUMNS},
      run_id text NOT NULL,
      pipeline text NOT NULL,
      branch text,
      commit text,
      actor text,
      trigger text,
      url text,
      errors text,
      queued_at timestamptz,
      started_at timestamptz,
      finished_at timestamptz,
      outcome text,
      status text NOT NULL
    );
    COMMENT ON TABLE runs IS 'Pipeline runs. ${SUBJECT_COMMENT}';
    CREATE INDEX runs_of_entity ON runs (entity_ref, at DESC, id DESC);
    COMMENT ON INDEX runs_of_entity IS 'The list of the runs of an entity, newest first.';
    CREATE INDEX runs_of_pipeline ON runs (entity_ref, pipeline, at DESC);
    COMMENT ON INDEX runs_of_pipeline IS 'The pipelines of an entity, and the newest run of each.';
    CREATE INDEX runs_unresolved ON runs (repository, service) WHERE entity_ref IS NULL;
    COMMENT ON INDEX runs_unresolved IS 'What belongs to no entity yet.';
    CREATE INDEX runs_by_time ON runs USING brin (at);
    COMMENT ON INDEX runs_by_time IS 'Retention.';

    CREATE TABLE task_runs (
      ${SUBJECT_COLUMNS},
      task_run_id text NOT NULL,
      run_key uuid,
      task text NOT NULL,
      url text,
      errors text,
      queued_at timestamptz,
      started_at timestamptz,
      finished_at timestamptz,
      outcome text,
      status text NOT NULL
    );
    COMMENT ON TABLE task_runs IS 'Steps of pipeline runs. ${SUBJECT_COMMENT}';
    CREATE INDEX task_runs_of_run ON task_runs (run_key, at);
    COMMENT ON INDEX task_runs_of_run IS 'The steps of one run, in order.';
    CREATE INDEX task_runs_by_time ON task_runs USING brin (at);
    COMMENT ON INDEX task_runs_by_time IS 'Retention.';

    CREATE TABLE changes (
      ${SUBJECT_COLUMNS},
      change_id text NOT NULL,
      title text,
      number text,
      url text,
      branch text,
      commit text,
      actor text,
      first_commit_at timestamptz,
      created_at timestamptz,
      opened_at timestamptz,
      first_reviewed_at timestamptz,
      merged_at timestamptz,
      abandoned_at timestamptz,
      state text NOT NULL,
      deployed_at timestamptz,
      lead_time_seconds integer
    );
    COMMENT ON TABLE changes IS
      'Proposed changes to the source. deployed_at and lead_time_seconds are written by the rollup. ${SUBJECT_COMMENT}';
    CREATE INDEX changes_of_entity ON changes (entity_ref, at DESC, id DESC);
    COMMENT ON INDEX changes_of_entity IS 'The list of the changes of an entity, newest first.';
    CREATE INDEX changes_merged ON changes (entity_ref, merged_at DESC) WHERE merged_at IS NOT NULL;
    COMMENT ON INDEX changes_merged IS
      'The merged changes of an entity in order: lead times, and what one environment has before another.';
    CREATE INDEX changes_unresolved ON changes (repository, service) WHERE entity_ref IS NULL;
    COMMENT ON INDEX changes_unresolved IS 'What belongs to no entity yet.';

    CREATE TABLE artifacts (
      ${SUBJECT_COLUMNS},
      artifact_id text NOT NULL,
      version text,
      commit text,
      packaged_at timestamptz,
      published_at timestamptz
    );
    COMMENT ON TABLE artifacts IS
      'Artifacts by package URL without qualifiers; the id is the digest of that URL. ${SUBJECT_COMMENT}';
    CREATE INDEX artifacts_unresolved ON artifacts (repository, service) WHERE entity_ref IS NULL;
    COMMENT ON INDEX artifacts_unresolved IS 'What belongs to no entity yet.';

    CREATE TABLE incidents (
      ${SUBJECT_COLUMNS},
      incident_id text NOT NULL,
      environment text,
      description text,
      artifact_id text,
      url text,
      detected_at timestamptz,
      opened_at timestamptz,
      resolved_at timestamptz,
      state text NOT NULL,
      deployment_id uuid
    );
    COMMENT ON TABLE incidents IS
      'Problems in environments. deployment_id is written by the rollup. ${SUBJECT_COMMENT}';
    CREATE INDEX incidents_of_entity ON incidents (entity_ref, at DESC, id DESC);
    COMMENT ON INDEX incidents_of_entity IS 'The list of the incidents of an entity, newest first.';
    CREATE INDEX incidents_open ON incidents (entity_ref) WHERE state = 'open';
    COMMENT ON INDEX incidents_open IS 'How many incidents of an entity are open.';
    CREATE INDEX incidents_unresolved ON incidents (repository, service) WHERE entity_ref IS NULL;
    COMMENT ON INDEX incidents_unresolved IS 'What belongs to no entity yet.';

    CREATE TABLE tickets (
      ${SUBJECT_COLUMNS},
      ticket_id text NOT NULL,
      number text,
      title text,
      type text,
      ticket_group text,
      priority text,
      labels text[],
      creator text,
      assignees text[],
      resolution text,
      url text,
      created_at timestamptz,
      opened_at timestamptz,
      closed_at timestamptz,
      state text NOT NULL
    );
    COMMENT ON TABLE tickets IS 'Tickets of issue trackers. ${SUBJECT_COMMENT}';
    CREATE INDEX tickets_of_entity ON tickets (entity_ref, at DESC, id DESC);
    COMMENT ON INDEX tickets_of_entity IS 'The list of the tickets of an entity, newest first.';
    CREATE INDEX tickets_unresolved ON tickets (repository, service) WHERE entity_ref IS NULL;
    COMMENT ON INDEX tickets_unresolved IS 'What belongs to no entity yet.';

    CREATE TABLE environments (
      name text PRIMARY KEY,
      tier text NOT NULL
    );
    COMMENT ON TABLE environments IS
      'Every environment that an event has named, and what it is for by the present configuration.';

    CREATE TABLE deployments (
      id uuid PRIMARY KEY,
      source text NOT NULL,
      entity_ref text,
      repository text,
      service text NOT NULL,
      kind text NOT NULL,
      environment text NOT NULL,
      version text,
      artifact_id text,
      artifact_key uuid,
      commit text,
      committed_at timestamptz,
      at timestamptz NOT NULL,
      actor text,
      run_id text,
      url text,
      cause text
    );
    COMMENT ON TABLE deployments IS
      'What happened to services in environments. One event is one row, so there is nothing to merge.';
    CREATE INDEX deployments_of_entity ON deployments (entity_ref, at DESC, id DESC);
    COMMENT ON INDEX deployments_of_entity IS 'The list of the deployments of an entity, newest first.';
    CREATE INDEX deployments_of_environment ON deployments (entity_ref, environment, at DESC);
    COMMENT ON INDEX deployments_of_environment IS
      'The environments of an entity, and what is newest in each.';
    CREATE INDEX deployments_of_artifact ON deployments (artifact_key) WHERE artifact_key IS NOT NULL;
    COMMENT ON INDEX deployments_of_artifact IS
      'Whose metrics change when the commit of an artifact becomes known.';
    CREATE INDEX deployments_unresolved ON deployments (repository, service) WHERE entity_ref IS NULL;
    COMMENT ON INDEX deployments_unresolved IS 'What belongs to no entity yet.';

    CREATE TABLE dora_rollups (
      entity_ref text NOT NULL,
      grain text NOT NULL,
      start date NOT NULL,
      deployments integer NOT NULL,
      failed_deployments integer NOT NULL,
      lead_seconds integer[] NOT NULL,
      restore_seconds integer[] NOT NULL,
      rollback integer NOT NULL,
      redeployment integer NOT NULL,
      rollback_of_nothing integer NOT NULL,
      unknown_commit integer NOT NULL,
      not_deployed_yet integer NOT NULL,
      no_start_time integer NOT NULL,
      change_clock_skew integer NOT NULL,
      not_after_deployment integer NOT NULL,
      not_restored_yet integer NOT NULL,
      incident_clock_skew integer NOT NULL,
      PRIMARY KEY (entity_ref, grain, start)
    );
    COMMENT ON TABLE dora_rollups IS
      'What happened to an entity on a day, and in a week from Monday (UTC): counts, samples, and what was left out. A period is made of its whole weeks and the days around them, so the DORA metrics of any set of entities are exact and cheap.';

    CREATE TABLE dora_entities (
      entity_ref text PRIMARY KEY,
      revision bigint NOT NULL,
      computed_revision bigint NOT NULL,
      computed_at timestamptz,
      definition text
    );
    COMMENT ON TABLE dora_entities IS
      'Which entities have events that dora_rollups does not count yet: revision is raised by each of them, computed_revision is what it was when the rollups were last computed, and definition says by which configuration.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE dora_entities, dora_rollups, deployments, environments, tickets,
      incidents, artifacts, changes, task_runs, runs, event_refusals,
      event_counts, events;
  `);
};
