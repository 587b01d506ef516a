// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('data_platform_runs', table => {
    table
      .string('series', 63)
      .comment('operation (back-fill) that made the run');
    table.index(['series', 'sort_at'], 'dp_runs_series');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('data_platform_runs', table => {
    table.dropIndex(['series', 'sort_at'], 'dp_runs_series');
    table.dropColumn('series');
  });
};
