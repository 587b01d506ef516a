// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // One row. Writers update it first in their transaction, so that sequence numbers become visible in their order:
  // a reader that has seen n never misses a smaller one that was committed later.
  await knex.schema.createTable('data_platform_entity_sequence', table => {
    table.integer('id').primary();
    table.string('generation', 64).notNullable();
    table.bigInteger('last_seq').notNullable();
  });
  await knex.schema.createTable('data_platform_entities', table => {
    table.comment('Entities registered through the portal, and tombstones.');
    table.string('entity_ref', 320).primary();
    table.bigInteger('seq').notNullable().unique();
    table.text('entity').comment('JSON; null is a tombstone');
    table.string('hash', 64);
    table.string('changed_by', 320).notNullable();
    table.string('changed_at', 32).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('data_platform_entities');
  await knex.schema.dropTable('data_platform_entity_sequence');
};
