import { type Identifier, sql } from '../postgres/PostgresServer';
import type { QueueSettings } from '../shared/queueParameters';

/** Puts a message in, to be seen at once or later. */
const SEND = `CREATE OR REPLACE FUNCTION send(body jsonb, delay_seconds int DEFAULT 0)
  RETURNS bigint LANGUAGE sql
  SET search_path FROM CURRENT
  AS $$
    INSERT INTO messages (body, visible_at)
    VALUES ($1, clock_timestamp() + make_interval(secs => $2))
    RETURNING id
  $$`;

/**
 * Takes messages, which nobody else sees for a while. Consumers do not wait for
 * each other. What was delivered too often is put aside, what is too old dropped.
 */
const READ = `CREATE OR REPLACE FUNCTION read(quantity int DEFAULT 1, hidden_seconds int DEFAULT NULL)
  RETURNS SETOF messages LANGUAGE plpgsql
  SET search_path FROM CURRENT
  AS $$
  DECLARE
    rule settings;
  BEGIN
    SELECT * INTO STRICT rule FROM settings;
    DELETE FROM messages WHERE id IN (
      SELECT m.id FROM messages m
      WHERE m.sent_at < clock_timestamp() - make_interval(secs => rule.retention_seconds)
        AND m.visible_at <= clock_timestamp()
      ORDER BY m.sent_at LIMIT 100 FOR UPDATE SKIP LOCKED
    );
    WITH dead AS (
      DELETE FROM messages WHERE id IN (
        SELECT m.id FROM messages m
        WHERE m.visible_at <= clock_timestamp()
          AND m.delivery_count >= rule.max_deliveries
        ORDER BY m.visible_at LIMIT 100 FOR UPDATE SKIP LOCKED
      ) RETURNING *
    )
    INSERT INTO dead_letters (id, body, sent_at, delivery_count)
    SELECT id, body, sent_at, delivery_count FROM dead;
    RETURN QUERY
    UPDATE messages SET
      delivery_count = messages.delivery_count + 1,
      visible_at = clock_timestamp() + make_interval(
        secs => COALESCE(hidden_seconds, rule.acknowledge_seconds)
      )
    WHERE messages.id IN (
      SELECT m.id FROM messages m
      WHERE m.visible_at <= clock_timestamp()
        AND m.delivery_count < rule.max_deliveries
        AND m.sent_at >= clock_timestamp() - make_interval(secs => rule.retention_seconds)
      ORDER BY m.visible_at, m.id LIMIT quantity FOR UPDATE SKIP LOCKED
    )
    RETURNING messages.*;
  END
  $$`;

/** Acknowledges a message; false when it was not there any more. */
const DELETE = `CREATE OR REPLACE FUNCTION delete(message_id bigint)
  RETURNS boolean LANGUAGE plpgsql
  SET search_path FROM CURRENT
  AS $$
  BEGIN
    DELETE FROM messages WHERE id = message_id;
    RETURN FOUND;
  END
  $$`;

/** Puts a message aside as dead; false when it was not there any more. */
const ARCHIVE = `CREATE OR REPLACE FUNCTION archive(message_id bigint)
  RETURNS boolean LANGUAGE plpgsql
  SET search_path FROM CURRENT
  AS $$
  BEGIN
    WITH dead AS (
      DELETE FROM messages WHERE id = message_id RETURNING *
    )
    INSERT INTO dead_letters (id, body, sent_at, delivery_count)
    SELECT id, body, sent_at, delivery_count FROM dead;
    RETURN FOUND;
  END
  $$`;

/**
 * The tables and functions of one queue, in the schema that the search path
 * names. Each can be run again: data stays, functions are made anew.
 */
export function queueStatements(
  schema: Identifier,
  role: Identifier,
): string[] {
  return [
    `CREATE TABLE IF NOT EXISTS settings (
      is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
      max_deliveries int NOT NULL,
      acknowledge_seconds int NOT NULL,
      retention_seconds int NOT NULL
    )`,
    `CREATE TABLE IF NOT EXISTS messages (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      body jsonb NOT NULL,
      sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      visible_at timestamptz NOT NULL,
      delivery_count int NOT NULL DEFAULT 0
    )`,
    'CREATE INDEX IF NOT EXISTS messages_by_visibility ON messages (visible_at, id)',
    'CREATE INDEX IF NOT EXISTS messages_by_age ON messages (sent_at)',
    `CREATE TABLE IF NOT EXISTS dead_letters (
      id bigint PRIMARY KEY,
      body jsonb NOT NULL,
      sent_at timestamptz NOT NULL,
      delivery_count int NOT NULL,
      dead_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`,
    SEND,
    READ,
    DELETE,
    ARCHIVE,
    sql`GRANT SELECT ON settings TO ${role}`,
    sql`GRANT SELECT, INSERT, UPDATE, DELETE ON messages, dead_letters TO ${role}`,
    sql`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role}`,
  ];
}

/** Sets what the functions go by. */
export const SET_SETTINGS = `INSERT INTO settings
    (max_deliveries, acknowledge_seconds, retention_seconds)
  VALUES ($1, $2, $3)
  ON CONFLICT (is_only) DO UPDATE SET
    max_deliveries = EXCLUDED.max_deliveries,
    acknowledge_seconds = EXCLUDED.acknowledge_seconds,
    retention_seconds = EXCLUDED.retention_seconds`;

/** The values of {@link SET_SETTINGS}. */
export function settingValues(settings: QueueSettings): number[] {
  return [
    settings.maxDeliveries,
    settings.acknowledgeSeconds,
    settings.retentionSeconds,
  ];
}
