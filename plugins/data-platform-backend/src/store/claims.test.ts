import { ClaimEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { ClaimBook } from './ClaimBook';
import { EventBook } from './EventBook';
import { concernKeys, concernsOf } from './concerns';
import { Guard } from '../assess/Guard';
import { mockServices } from '@backstage/backend-test-utils';

const claim = (name: string, change: Partial<ClaimEvidence> = {}) => ({
  name,
  namespace: 'sales',
  uid: `uid-${name}`,
  phase: 'Bound',
  accessModes: [],
  createdAt: 0,
  ...change,
});

describe('ClaimBook', () => {
  it('follows claims as they come, change and go', () => {
    const book = new ClaimBook();
    const scope = 'claims';
    book.apply({ op: 'replace', scope, items: [claim('b'), claim('a')] });
    expect(book.of('sales').map(({ name }) => name)).toEqual(['a', 'b']);
    const [touched] = book.apply({
      op: 'upsert',
      scope,
      item: claim('a', { phase: 'Lost' }),
    });
    expect(touched.phase).toBe('Lost');
    expect(book.get('sales', 'a')?.phase).toBe('Lost');
    expect(book.of('sales')).toHaveLength(2);
    expect(book.apply({ op: 'replace', scope, items: [claim('b')] })).toEqual([
      claim('a', { phase: 'Lost' }),
      claim('b'),
    ]);
    expect(book.get('sales', 'a')).toBeUndefined();
    expect(book.of('other')).toEqual([]);
  });

  it('takes a claim made anew under its name for the present one', () => {
    const book = new ClaimBook();
    const anew = claim('a', { uid: 'uid-2' });
    book.apply({ op: 'upsert', scope: 's', item: claim('a') });
    book.apply({ op: 'upsert', scope: 's', item: anew });
    expect(book.of('sales')).toEqual([anew]);
  });
});

describe('concerns', () => {
  const guard = () => new Guard(mockServices.logger.mock());
  const object = { metadata: { name: 'lab', namespace: 'sales', uid: 'u' } };
  const definition: any = {
    kind: 'Toy',
    related: [
      { type: 'objects', of: () => [{ kind: 'StatefulSet', name: 'lab' }] },
      {
        type: 'objects',
        of: () => [{ kind: 'StatefulSet', generateName: 'ws-lab-' }],
      },
      { type: 'claims', of: () => ['home'] },
    ],
  };

  it('are the objects by name or prefix, and the claims', () => {
    expect(concernsOf(definition, object, guard())).toEqual({
      keys: [
        'StatefulSet/sales/lab',
        'StatefulSet/sales/ws-lab-*',
        'PersistentVolumeClaim/sales/home',
      ],
      claims: ['home'],
    });
  });

  it('are bounded, and none where the selector throws', () => {
    const many = Array.from({ length: 1_000 }, (_, i) => `c${i}`);
    const of = (selector: object) =>
      concernsOf({ ...definition, related: [selector] }, object, guard());
    expect(of({ type: 'claims', of: () => many }).claims).toHaveLength(20);
    const broken = () => {
      throw new Error('broken');
    };
    expect(of({ type: 'claims', of: broken }).keys).toEqual([]);
    expect(of({ type: 'objects', of: broken }).keys).toEqual([]);
  });

  it('finds a generated name by its prefix, and not that of a longer one', () => {
    expect(concernKeys('StatefulSet/sales/ws-lab-x2b4c')).toContain(
      'StatefulSet/sales/ws-lab-*',
    );
    expect(concernKeys('StatefulSet/sales/ws-lab-two-x2b4c')).not.toContain(
      'StatefulSet/sales/ws-lab-*',
    );
  });
});

describe('events about generated names', () => {
  const event = (name: string, uid: string) => ({
    uid,
    type: 'Warning',
    reason: 'FailedCreate',
    message: 'no',
    count: 1,
    firstAt: 1,
    lastAt: 1,
    involved: { kind: 'StatefulSet', name, namespace: 'sales' },
  });
  const never = () => false;

  it('are found by the prefix until they go', () => {
    const book = new EventBook();
    const tell = (op: 'upsert' | 'remove', item: ReturnType<typeof event>) =>
      book.apply({ op, scope: 's', item }, 0, never);
    tell('upsert', event('ws-lab-x2b4c', '1'));
    tell('upsert', event('ws-lab-two-x2b4c', '2'));
    const found = () =>
      book.about('StatefulSet/sales/ws-lab-*').map(({ uid }) => uid);
    expect(found()).toEqual(['1']);
    expect(book.about('StatefulSet/sales/ws-lab-x2b4c')).toHaveLength(1);
    tell('remove', event('ws-lab-x2b4c', '1'));
    expect(found()).toEqual([]);
    book.drop('StatefulSet/sales/ws-lab-two-x2b4c');
    expect(book.about('StatefulSet/sales/ws-lab-two-*')).toEqual([]);
  });
});
