import { isObject } from '../../json/isObject';
import type { WebhookAnswer, WebhookRequest } from '../actions/WebhookClient';
import type { LakeFs } from '../LakeFs';
import { readTable } from './demoTable';

/** What the contract of the demo's orders says of a column. */
const CONTRACT = {
  table: 'tables/orders',
  column: 'price',
  type: 'decimal(10,2)',
};

const json = (status: number, body: object): WebhookAnswer => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

/** The webhook of the demo's gate: reads the table as it would be merged, and refuses it when it breaks its contract. */
export function contractCheck(
  lakeFs: LakeFs,
  request: WebhookRequest,
): WebhookAnswer {
  const event: unknown = JSON.parse(request.body);
  if (!isObject(event)) return json(400, { error: 'not an event' });
  const repository = lakeFs.repositories.get(String(event.repository_id));
  if (!repository) return json(404, { error: 'no such repository' });
  const { metadata } = readTable(
    lakeFs,
    repository,
    String(event.source_ref),
    CONTRACT.table,
  );
  const fields = (metadata?.schemas[0]?.fields ?? []) as {
    name: string;
    type: string;
  }[];
  const found = fields.find(({ name }) => name === CONTRACT.column);
  if (found?.type === CONTRACT.type) return json(200, { ok: true });
  return json(400, {
    error: 'contract violation',
    table: CONTRACT.table,
    column: CONTRACT.column,
    expected: CONTRACT.type,
    found: found?.type ?? 'no such column',
  });
}
