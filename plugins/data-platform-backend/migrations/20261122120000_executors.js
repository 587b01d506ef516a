// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('data_platform_run_executors', table => {
    table.comment('Executors over the life of a run.');
    table.string('run_id', 40).primary();
    table.text('usage').notNullable().comment('JSON: one row an executor');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('data_platform_run_executors');
};
