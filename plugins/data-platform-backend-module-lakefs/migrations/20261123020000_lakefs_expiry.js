// @ts-check

const COLUMNS = [
  'notice_for',
  'notice_at',
  'notice_head',
  'notice_dirty',
  'notice_told',
  'expiry_note',
];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('lakefs_branches', table => {
    table.bigInteger('notice_for').comment('the expiry that was told of');
    table.bigInteger('notice_at').comment('when it goes, as was told');
    table.string('notice_head', 64).comment('its head when that was told');
    table.boolean('notice_dirty').comment('told that uncommitted data is lost');
    table.boolean('notice_told').comment('the notification was sent');
    table.text('expiry_note').comment('why it is not deleted');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('lakefs_branches', table => {
    table.dropColumns(...COLUMNS);
  });
};
