// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE definitions (
      entity_ref text PRIMARY KEY,
      entity_title text,
      owner_refs text[] NOT NULL,
      system_refs text[] NOT NULL,
      named_files jsonb NOT NULL,
      files jsonb NOT NULL,
      read_at timestamptz,
      due_at timestamptz NOT NULL
    );
    COMMENT ON TABLE definitions IS
      'The SLO files of each entity that names some: where they are, what they were when they were last read, what is wrong with them, and when they are read again. What they last said validly is in slos.';
    CREATE INDEX definitions_due ON definitions (due_at);
    COMMENT ON INDEX definitions_due IS 'Whose files are to be read now.';

    CREATE TABLE series (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      key text NOT NULL,
      is_collected boolean NOT NULL,
      derived_from integer REFERENCES series ON DELETE CASCADE,
      slice_minutes integer,
      slice_target_ppb bigint,
      all_of integer[],
      created_at timestamptz NOT NULL,
      collected_until timestamptz,
      collect_state jsonb,
      problem text,
      warning text
    );
    COMMENT ON TABLE series IS
      'What is counted. The key is the name of what is pushed, or the digest of the queries, so that a changed target keeps its counts and a changed query begins anew; SLOs that ask the same share a series. Of what is collected, collect_state is what its source wants to remember, and problem why it gave no answer. A derived series holds one bucket per time slice of another one, at the minute the slice begins: where slice_target_ppb, the parts of a billion that have to be good, is set, 1 or 0 of 1; where not, the ratio in billionths. A series with all_of joins the slices of others: one is bad if it is for any, good if it is for all.';
    CREATE UNIQUE INDEX series_by_key ON series (key);
    COMMENT ON INDEX series_by_key IS 'The series of a definition, or of a pushed count.';
    CREATE INDEX series_derived ON series (derived_from) WHERE derived_from IS NOT NULL;
    COMMENT ON INDEX series_derived IS 'Which slices a change of counts concerns.';

    CREATE INDEX series_joined ON series USING gin (all_of) WHERE all_of IS NOT NULL;
    COMMENT ON INDEX series_joined IS 'Which joined slices a change of slices concerns.';

    CREATE TABLE slos (
      id uuid PRIMARY KEY,
      entity_ref text NOT NULL,
      name text NOT NULL,
      definition jsonb NOT NULL,
      url text NOT NULL,
      revision text,
      is_stale boolean NOT NULL,
      composite_series_id integer REFERENCES series,
      changed_at timestamptz NOT NULL,
      removed_at timestamptz
    );
    COMMENT ON TABLE slos IS
      'The SLOs of each entity, as they were last valid; is_stale where its file has a problem now. The id is the digest of entity and name, so that a definition that comes back finds its counts. removed_at is set when the files do not have it any more. composite_series_id has the joined slices of all objectives, where a composite SLO counts slices.';
    CREATE UNIQUE INDEX slos_of_entity ON slos (entity_ref, name);
    COMMENT ON INDEX slos_of_entity IS 'The SLOs of an entity.';

    CREATE TABLE objectives (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      slo_id uuid NOT NULL REFERENCES slos ON DELETE CASCADE,
      key text NOT NULL,
      series_id integer NOT NULL REFERENCES series,
      counted_series_id integer NOT NULL REFERENCES series,
      removed_at timestamptz
    );
    COMMENT ON TABLE objectives IS
      'The objectives of each SLO by their key in its definition, which has their words. counted_series_id is the series of slices where the SLO counts slices, else series_id.';
    CREATE UNIQUE INDEX objectives_of_slo ON objectives (slo_id, key);
    COMMENT ON INDEX objectives_of_slo IS 'The objectives of an SLO.';
    CREATE INDEX objectives_of_series ON objectives (series_id);
    COMMENT ON INDEX objectives_of_series IS 'Whether anybody reads a series.';

    CREATE TABLE minute_counts (
      series_id integer NOT NULL,
      minute timestamptz NOT NULL,
      good bigint NOT NULL,
      total bigint NOT NULL,
      PRIMARY KEY (series_id, minute)
    ) PARTITION BY RANGE (minute);
    COMMENT ON TABLE minute_counts IS
      'Good and all events of each minute that was measured, one partition per month. A minute without a row was not measured, which is not the same as nothing having happened.';

    CREATE TABLE hour_counts (
      series_id integer NOT NULL,
      hour timestamptz NOT NULL,
      good bigint NOT NULL,
      total bigint NOT NULL,
      minutes integer NOT NULL,
      PRIMARY KEY (series_id, hour)
    ) PARTITION BY RANGE (hour);
    COMMENT ON TABLE hour_counts IS
      'The sums of minute_counts per hour, and how many minutes they have; one partition per month.';

    CREATE TABLE day_counts (
      series_id integer NOT NULL,
      day timestamptz NOT NULL,
      good bigint NOT NULL,
      total bigint NOT NULL,
      minutes integer NOT NULL,
      PRIMARY KEY (series_id, day)
    );
    COMMENT ON TABLE day_counts IS
      'The sums of hour_counts per day of UTC, and how many minutes they have.';

    CREATE TABLE stale_hours (
      series_id integer NOT NULL,
      hour timestamptz NOT NULL
    );
    COMMENT ON TABLE stale_hours IS
      'Hours whose minutes have changed since they were summed up; written with the minutes, taken by the next tick. The same hour may be there several times: nobody waits for anybody.';

    CREATE TABLE statuses (
      slo_id uuid PRIMARY KEY REFERENCES slos ON DELETE CASCADE,
      evaluated_at timestamptz NOT NULL,
      state text NOT NULL,
      rank integer NOT NULL,
      budget_remaining double precision,
      objectives jsonb NOT NULL,
      composite jsonb
    );
    COMMENT ON TABLE statuses IS
      'How each SLO stood at the last tick. rank orders them, worst first.';
    CREATE INDEX statuses_worst_first ON statuses (rank, budget_remaining, slo_id);
    COMMENT ON INDEX statuses_worst_first IS 'The list of all SLOs.';

    CREATE TABLE exclusions (
      id uuid PRIMARY KEY,
      entity_ref text NOT NULL,
      slo_id uuid REFERENCES slos ON DELETE CASCADE,
      kind text NOT NULL,
      reason text NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL,
      created_by text NOT NULL,
      removed_at timestamptz,
      removed_by text
    );
    COMMENT ON TABLE exclusions IS
      'Times that do not count, for one SLO or for all of an entity. A removed one counts again but stays on record.';
    CREATE INDEX exclusions_of_entity ON exclusions (entity_ref, starts_at DESC);
    COMMENT ON INDEX exclusions_of_entity IS 'The exclusions of an entity, newest first.';

    CREATE TABLE alerts (
      id uuid PRIMARY KEY,
      slo_id uuid NOT NULL REFERENCES slos ON DELETE CASCADE,
      objective_id integer NOT NULL REFERENCES objectives ON DELETE CASCADE,
      rule text NOT NULL,
      severity text NOT NULL,
      state text NOT NULL,
      details jsonb NOT NULL,
      started_at timestamptz NOT NULL,
      fired_at timestamptz,
      resolved_at timestamptz,
      clear_since timestamptz
    );
    COMMENT ON TABLE alerts IS
      'Each time that a rule of an objective was met, from pending to resolved. details says what was measured last.';
    CREATE UNIQUE INDEX alerts_open ON alerts (objective_id, rule) WHERE state <> 'resolved';
    COMMENT ON INDEX alerts_open IS 'A rule of an objective has one open alert at most.';
    CREATE INDEX alerts_of_slo ON alerts (slo_id, started_at DESC, id DESC);
    COMMENT ON INDEX alerts_of_slo IS 'The alerts of an SLO, newest first.';
    CREATE INDEX alerts_by_time ON alerts (started_at DESC, id DESC);
    COMMENT ON INDEX alerts_by_time IS 'The list of all alerts, and retention.';

    CREATE TABLE alert_changes (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      alert_id uuid NOT NULL REFERENCES alerts ON DELETE CASCADE,
      at timestamptz NOT NULL,
      state text NOT NULL,
      details jsonb NOT NULL
    );
    COMMENT ON TABLE alert_changes IS 'What became of each alert, and when.';
    CREATE INDEX alert_changes_of_alert ON alert_changes (alert_id, at);
    COMMENT ON INDEX alert_changes_of_alert IS 'The history of an alert, in order.';

    CREATE TABLE alert_deliveries (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      change_id bigint NOT NULL REFERENCES alert_changes ON DELETE CASCADE,
      target text NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      due_at timestamptz,
      sent_at timestamptz,
      problem text
    );
    COMMENT ON TABLE alert_deliveries IS
      'Who is to be told of a change of an alert. Written with the change, ticked off when told: a restart neither loses nor repeats. Without due_at nobody tries any more.';
    CREATE INDEX alert_deliveries_due ON alert_deliveries (due_at) WHERE due_at IS NOT NULL;
    COMMENT ON INDEX alert_deliveries_due IS 'What is to be sent now.';
    CREATE INDEX alert_deliveries_of_change ON alert_deliveries (change_id);
    COMMENT ON INDEX alert_deliveries_of_change IS 'Who was told of a change.';

    CREATE TABLE gate_overrides (
      id uuid PRIMARY KEY,
      entity_ref text NOT NULL,
      reason text NOT NULL,
      created_at timestamptz NOT NULL,
      created_by text NOT NULL,
      expires_at timestamptz NOT NULL
    );
    COMMENT ON TABLE gate_overrides IS
      'Who has opened the gate of an entity although its error budget is spent, until when, and why.';
    CREATE INDEX gate_overrides_of_entity ON gate_overrides (entity_ref, expires_at DESC);
    COMMENT ON INDEX gate_overrides_of_entity IS 'Whether the gate of an entity is held open.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE gate_overrides, alert_deliveries, alert_changes, alerts,
      exclusions, statuses, stale_hours, day_counts, hour_counts, minute_counts,
      objectives, slos, series, definitions;
  `);
};
