// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('data_platform_seen_sources', table => {
    table.comment(
      'Until when a portal watched each source, so that what ended while none did is told of afterwards.',
    );
    table.string('source', 200).primary();
    table.bigInteger('seen_at').notNullable().comment('epoch ms');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('data_platform_seen_sources');
};
