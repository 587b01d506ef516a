// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // The catalog forgets what was unregistered; who did that is asked of its owner, product and domain.
  await knex.schema.alterTable('data_platform_operations', table => {
    table
      .string('owner_ref', 320)
      .comment('owner of the entity when the operation was accepted');
    table.string('product_ref', 320).comment('its data product then').index();
    table.string('domain_ref', 320).comment('its data domain then').index();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('data_platform_operations', table => {
    table.dropIndex('product_ref');
    table.dropIndex('domain_ref');
    table.dropColumn('owner_ref');
    table.dropColumn('product_ref');
    table.dropColumn('domain_ref');
  });
};
