// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE resources
      ADD COLUMN state_reason_message jsonb,
      ADD COLUMN evidence_message jsonb;
    COMMENT ON COLUMN resources.state_reason_message IS
      'What state_reason is made of, so that pages say it in the language of the reader; NULL: only as it is written there.';
    COMMENT ON COLUMN resources.evidence_message IS
      'What evidence is made of; NULL: only as it is written there.';
    ALTER TABLE requests ADD COLUMN state_reason_message jsonb;
    COMMENT ON COLUMN requests.state_reason_message IS
      'What state_reason is made of; NULL: only as it is written there.';
    ALTER TABLE steps ADD COLUMN messages jsonb;
    COMMENT ON COLUMN steps.messages IS
      'What each line of message is made of; NULL: only as it is written there.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    ALTER TABLE resources
      DROP COLUMN state_reason_message,
      DROP COLUMN evidence_message;
    ALTER TABLE requests DROP COLUMN state_reason_message;
    ALTER TABLE steps DROP COLUMN messages;
  `);
};
