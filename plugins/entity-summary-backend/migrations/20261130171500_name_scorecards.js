// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Lists say of which scorecard a level is; what was asked before does not.
  await knex.raw(`
    UPDATE entities SET level = level || jsonb_build_object('scorecardTitle',
      coalesce(parts #>> '{level,scorecardTitle}', level ->> 'scorecard'))
    WHERE level IS NOT NULL AND level -> 'scorecardTitle' IS NULL
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`UPDATE entities SET level = level - 'scorecardTitle'`);
};
