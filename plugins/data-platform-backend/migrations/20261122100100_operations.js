// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('data_platform_operations', table => {
    table.comment('Who did what: every accepted operation.');
    table.string('id', 36).primary();
    table.string('operation', 100).notNullable();
    table.string('title', 500).notNullable();
    table.string('actor', 320).notNullable();
    table.text('actor_groups').notNullable();
    table.text('ownership_refs').notNullable();
    table.string('entity_ref', 320).index();
    table.text('request').notNullable();
    table.string('request_hash', 64).notNullable();
    table
      .string('idempotency_key', 200)
      .comment('null once the operation has failed');
    table
      .string('subject', 500)
      .comment('what it makes or changes; null once it has ended');
    table.string('state', 16).notNullable();
    table.string('direction', 16).notNullable().comment('forward or backward');
    table.text('steps').notNullable();
    table.text('requirements').notNullable();
    table.text('progress').notNullable();
    table.text('findings').notNullable();
    table.text('output').notNullable();
    table.text('error');
    table.string('lease_owner', 64);
    table.bigInteger('lease_until').notNullable();
    table.bigInteger('created_at').notNullable().index();
    table.bigInteger('finished_at');
    // NULLs are distinct in both databases: only living keys and subjects collide.
    table.unique(['actor', 'idempotency_key'], {
      indexName: 'data_platform_operations_key',
    });
    table.unique(['subject'], {
      indexName: 'data_platform_operations_subject',
    });
    table.index(['state', 'lease_until'], 'data_platform_operations_due');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('data_platform_operations');
};
