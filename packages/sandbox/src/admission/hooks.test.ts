import { ManualClock } from '../clock/ManualClock';
import { Sandbox } from '../api/Sandbox';
import { forbidden } from '../errors/status';
import { CONFIG_MAPS, NAMESPACES } from '../testing/refs';
import { AdmissionRequest } from './AdmissionRequest';

describe('admission hooks', () => {
  function setUp() {
    const requests: AdmissionRequest[] = [];
    const { api } = new Sandbox({
      clock: new ManualClock(),
      admission: [
        request => {
          if (request.principal.user !== 'ada') return;
          requests.push(request);
          if (request.object?.metadata.labels?.bad) {
            throw forbidden(
              { group: '', kind: 'configmaps' },
              'a policy says no',
            );
          }
        },
      ],
    });
    api.create(NAMESPACES, undefined, { metadata: { name: 'sales' } });
    return { api, requests };
  }
  const ada = { user: 'ada', groups: ['system:masters'] };

  it('see what is to be, what was, the namespace and who asks', () => {
    const { api, requests } = setUp();
    const made = api.create(
      CONFIG_MAPS,
      'sales',
      { metadata: { name: 'a' } },
      ada,
    );
    api.update(CONFIG_MAPS, { ...made, data: { k: '1' } }, ada);
    api.delete(CONFIG_MAPS, 'sales', 'a', {}, ada);
    expect(
      requests.map(({ operation, object, oldObject, namespaceObject }) => ({
        operation,
        object: object?.data,
        old: oldObject?.data,
        namespace: namespaceObject?.metadata.name,
      })),
    ).toEqual([
      {
        operation: 'CREATE',
        object: undefined,
        old: undefined,
        namespace: 'sales',
      },
      {
        operation: 'UPDATE',
        object: { k: '1' },
        old: undefined,
        namespace: 'sales',
      },
      {
        operation: 'DELETE',
        object: undefined,
        old: { k: '1' },
        namespace: 'sales',
      },
    ]);
  });

  it('refuse before anything is stored', () => {
    const { api } = setUp();
    expect(() =>
      api.create(
        CONFIG_MAPS,
        'sales',
        { metadata: { name: 'a', labels: { bad: 'yes' } } },
        ada,
      ),
    ).toThrow('a policy says no');
    expect(api.get(CONFIG_MAPS, 'sales', 'a')).toBeUndefined();
  });
});
