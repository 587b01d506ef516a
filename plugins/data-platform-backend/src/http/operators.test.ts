import { mockCredentials } from '@backstage/backend-test-utils';
import { OperatorState } from '@millrace/backstage-plugin-data-platform-common';
import request from 'supertest';
import { ADA, ROOT } from './__testUtils__/people';
import { resource } from './__testUtils__/rows';
import { startPortal } from './__testUtils__/startPortal';

const DOWN: OperatorState = {
  id: 'spark-kubeflow',
  title: 'Kubeflow Spark operator',
  kinds: ['SparkApplication.sparkoperator.k8s.io'],
  state: 'down',
  since: '2026-03-02T10:02:00.000Z',
  message:
    'The Kubeflow Spark operator of cluster eu-1 seems to be down since 10:02 UTC: new objects are not picked up.',
  nextStep: 'Ask the platform team whether it runs.',
};

describe('operators of a source', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  const operators = async (person: string) => {
    const { body } = await request(portal.server)
      .get('/api/data-platform/v1/sources')
      .set('Authorization', mockCredentials.user.header(person))
      .expect(200);
    return body.items[0].operators;
  };

  beforeAll(async () => {
    portal = await startPortal([]);
    portal.sources.operators.set('eu-1', [DOWN]);
    portal.index.put(
      resource({
        name: 'ledger',
        source: 'eu-1',
        ownerRef: 'group:default/finance-team',
        domainRef: 'domain:default/finance',
      }),
    );
  });
  afterAll(() => portal.stop());

  it('are told to who sees anything of the source', async () => {
    expect(await operators(ROOT)).toEqual([DOWN]);
  });

  it('are told to nobody else, until they see something of it', async () => {
    expect(await operators(ADA)).toBeUndefined();
    portal.index.put(
      resource({
        name: 'orders',
        source: 'eu-1',
        ownerRef: 'group:default/sales-team',
        domainRef: 'domain:default/sales',
      }),
    );
    expect(await operators(ADA)).toEqual([DOWN]);
  });
});
