// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('data_platform_run_logs', table => {
    table.boolean('truncated').comment('true: lines before it were cut off');
    table.text('missing').comment('why there is no log; null where there is');
  });
  await knex.schema.createTable('data_platform_run_numbers', table => {
    table.comment('What Spark told of itself last, of runs that have ended.');
    table.string('run_id', 40).primary();
    table.text('numbers').notNullable().comment('JSON: SparkNumbers');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('data_platform_run_numbers');
  await knex.schema.alterTable('data_platform_run_logs', table => {
    table.dropColumn('missing');
    table.dropColumn('truncated');
  });
};
