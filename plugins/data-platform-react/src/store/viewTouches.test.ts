import { StreamChange } from '@millrace/backstage-plugin-data-platform-common';
import { SystemTouches, View } from '../api/View';
import { agoFrom } from '../testUtils/assessments';
import { resourceFixtures } from '../testUtils/resourceFixtures';
import { viewTouches } from './viewTouches';

const change: StreamChange = {
  id: 'a',
  version: 2,
  entityRef: 'component:default/orders',
  productRef: 'system:default/shop',
  domainRef: 'domain:default/sales',
};
const frame = { type: 'changes', version: 2, changed: [change] } as const;
const told = (view: View, value?: unknown) =>
  viewTouches(view, { ...frame, changed: [change] }, value);

describe('viewTouches', () => {
  it.each<[View, boolean]>([
    [{ name: 'resources', query: {} }, true],
    [{ name: 'resources', query: { domainRef: 'domain:default/sales' } }, true],
    [{ name: 'resources', query: { domainRef: 'domain:default/x' } }, false],
    [{ name: 'summary', query: { productRef: 'system:default/shop' } }, true],
    [{ name: 'summary', query: { productRef: 'system:default/x' } }, false],
    [{ name: 'resource', query: { id: 'a' } }, true],
    [{ name: 'resource', query: { id: 'b' } }, false],
    [{ name: 'runs', query: { entityRef: 'Component:default/orders' } }, true],
    [{ name: 'runs', query: { resourceId: 'b' } }, false],
    [{ name: 'job', query: { entityRef: 'component:default/orders' } }, true],
    [{ name: 'job', query: { entityRef: 'component:default/x' } }, false],
    [{ name: 'domain', query: { entityRef: 'domain:default/sales' } }, true],
    [{ name: 'sources', query: {} }, false],
    [{ name: 'presets', query: {} }, false],
    [{ name: 'operations', query: {} }, false],
    [
      { name: 'operations', query: { entityRef: 'component:default/orders' } },
      true,
    ],
    [
      { name: 'operations', query: { entityRef: 'component:default/x' } },
      false,
    ],
    [{ name: 'adoption', query: {} }, false],
    [{ name: 'notebooks', query: {} }, true],
    [{ name: 'notebooks', query: { domainRef: 'domain:default/x' } }, false],
    [
      { name: 'notebookOptions', query: { domainRef: 'domain:default/sales' } },
      false,
    ],
  ])('%j: %s', (view, expected) => {
    expect(told(view)).toBe(expected);
  });

  it('knows a notebook server by its object, and by its entity before that', () => {
    const view = (name: string): View => ({
      name: 'notebook',
      query: { entityRef: `resource:default/${name}` },
    });
    const of = (patch: Partial<StreamChange>, value?: unknown) =>
      viewTouches(
        view('lab'),
        { ...frame, changed: [{ ...change, ...patch }] },
        value,
      );
    expect(of({}, { detail: { id: 'a' } })).toBe(true);
    expect(of({}, { detail: { id: 'b' } })).toBe(false);
    expect(of({ entityRef: 'Resource:default/lab' })).toBe(true);
    expect(of({ entityRef: undefined })).toBe(true);
    expect(of({ entityRef: 'resource:default/other' })).toBe(false);
  });

  it('leaves lists of notebooks alone for what is none', () => {
    const [row] = resourceFixtures(agoFrom(0));
    const view: View = { name: 'notebooks', query: {} };
    const of = (resource: typeof row) =>
      viewTouches(view, { ...frame, changed: [{ ...change, resource }] });
    expect(of(row)).toBe(false);
    expect(of({ ...row, group: 'kubeflow.org', kind: 'Notebook' })).toBe(true);
  });

  it('reads what a system told again when such a row changes', () => {
    const [row] = resourceFixtures(agoFrom(0));
    const branch = { ...row, kind: 'Branch', source: 'lake', namespace: 'r' };
    const of = (
      touches: SystemTouches | undefined,
      resource: typeof row | undefined = branch,
    ) =>
      viewTouches(
        {
          name: 'system',
          query: { system: 'lakefs', path: 'branches', touches },
        },
        { ...frame, changed: [{ ...change, resource }] },
      );
    expect(of({ kind: 'Branch' })).toBe(true);
    expect(of({ kind: 'Branch', source: 'lake', namespace: 'r' })).toBe(true);
    expect(of({ kind: 'Branch', namespace: 'other' })).toBe(false);
    expect(of({ kind: 'Branch', name: 'other' })).toBe(false);
    expect(of({ kind: 'Repository' })).toBe(false);
    expect(of(undefined)).toBe(false);
  });

  it('takes a row that is gone for one that a system told of', () => {
    const view = (touches?: SystemTouches): View => ({
      name: 'system',
      query: { system: 'lakefs', path: 'branches', touches },
    });
    const gone = {
      type: 'changes',
      version: 3,
      changed: [{ id: 'z', version: 3, removed: true }],
    } as const;
    const frames = { ...gone, changed: [...gone.changed] };
    expect(viewTouches(view({ kind: 'Branch' }), frames)).toBe(true);
    expect(viewTouches(view(), frames)).toBe(false);
  });

  it('leaves alone after a reset what is true forever', () => {
    const diff: View = {
      name: 'system',
      query: { system: 'lakefs', path: 'repositories/lake/r/diff' },
    };
    expect(viewTouches(diff, { type: 'reset', version: 9 })).toBe(false);
    expect(viewTouches(diff, { type: 'sources', version: 9 })).toBe(false);
  });

  it('leaves requests for leave alone, of which no stream tells', () => {
    const views: View[] = [
      { name: 'approvals', query: {} },
      { name: 'approval', query: { id: 'a' } },
    ];
    for (const view of views) {
      expect(told(view)).toBe(false);
      expect(viewTouches(view, { type: 'sources', version: 9 })).toBe(false);
      expect(viewTouches(view, { type: 'reset', version: 9 })).toBe(true);
    }
  });

  it('knows a run by the object that it is about', () => {
    const view: View = { name: 'run', query: { id: 'r' } };
    expect(told(view, { resourceId: 'a' })).toBe(true);
    expect(told(view, { resourceId: 'b' })).toBe(false);
    expect(told(view)).toBe(false);
  });

  it('reads what is not adopted again when something changes that belongs to nothing', () => {
    const { entityRef: _, ...stray } = change;
    const frames = { type: 'changes', version: 2, changed: [stray] } as const;
    expect(
      viewTouches(
        { name: 'adoption', query: {} },
        { ...frames, changed: [stray] },
      ),
    ).toBe(true);
  });

  it('takes a removed object without refs for anybody’s', () => {
    const removed = { id: 'z', version: 3, removed: true };
    expect(
      viewTouches(
        { name: 'job', query: { entityRef: 'component:default/x' } },
        { type: 'changes', version: 3, changed: [removed] },
      ),
    ).toBe(true);
  });

  it('reads all but the presets again after a reset, and what depends on sources', () => {
    const reset = { type: 'reset', version: 9 } as const;
    const sources = { type: 'sources', version: 9 } as const;
    expect(viewTouches({ name: 'presets', query: {} }, reset)).toBe(false);
    expect(viewTouches({ name: 'run', query: { id: 'r' } }, reset)).toBe(true);
    expect(viewTouches({ name: 'sources', query: {} }, sources)).toBe(true);
    expect(viewTouches({ name: 'presets', query: {} }, sources)).toBe(true);
    expect(viewTouches({ name: 'run', query: { id: 'r' } }, sources)).toBe(
      false,
    );
  });
});
