import fc from 'fast-check';
import { rawKind } from '../../operations/notebooks/__testUtils__/rawKind';
import { workspaceKind } from './workspaceKind';

const rule = (scope: string, match: object[], effect: object) => ({
  filterRules: [{ scope, match, effect }],
});
const selector = (labels: object) => ({ selector: { matchLabels: labels } });
const ids = (options: readonly { id: string }[]) => options.map(({ id }) => id);

describe('a WorkspaceKind', () => {
  it('offers what is not hidden, with words, sizes and redirects', () => {
    expect(workspaceKind(rawKind(), {})!.option).toEqual({
      name: 'jupyterlab',
      title: 'JupyterLab',
      description: 'In the browser.',
      images: [
        { id: 'new', title: 'New' },
        {
          id: 'previous',
          title: 'Previous',
          redirect: { to: 'new', message: 'Fixes a leak.' },
        },
      ],
      podConfigs: [
        { id: 'tiny', title: 'Tiny', cpu: '100m', memory: '128Mi' },
        {
          id: 'gpu',
          title: 'GPU',
          cpu: '4',
          memory: '16Gi',
          gpu: { key: 'nvidia.com/gpu', count: 1 },
        },
      ],
      defaults: { imageConfig: 'new', podConfig: 'tiny' },
      homeMountPath: '/home/jovyan',
    });
  });

  it('hides a size from some namespaces, as its rules say', () => {
    const spec = rule(
      'POD_CONFIG',
      [
        { matchNamespace: selector({ team: 'sales' }) },
        { matchPodConfig: selector({ size: 'large' }) },
      ],
      { ui: { hide: true } },
    );
    const sizes = (labels: Record<string, string>) =>
      ids(workspaceKind(rawKind(spec), labels)!.option.podConfigs);
    expect(sizes({ team: 'sales' })).toEqual(['tiny']);
    expect(sizes({ team: 'lab' })).toEqual(['tiny', 'gpu']);
  });

  it('is refused to a namespace as a whole, in the words of the administrator', () => {
    const spec = rule(
      'WORKSPACE_KIND',
      [
        {
          matchNamespace: {
            selector: {
              matchExpressions: [
                { key: 'team', operator: 'NotIn', values: ['lab'] },
              ],
            },
          },
        },
      ],
      { api: { deny: true, denyMessage: { text: 'For the lab alone.' } } },
    );
    expect(workspaceKind(rawKind(spec), { team: 'sales' })).toMatchObject({
      hidden: true,
      deny: { message: 'For the lab alone.' },
    });
    expect(workspaceKind(rawKind(spec), { team: 'lab' })!.hidden).toBe(false);
  });

  it.each([
    ['an empty condition', [{}]],
    ['no condition', []],
    ['an empty selector', [{ matchNamespace: { selector: {} } }]],
    [
      'a condition of another scope',
      [{ matchImageConfig: selector({ a: 'b' }) }],
    ],
  ])('hides nothing by a rule with %s', (_, match) => {
    const spec = rule('WORKSPACE_KIND', match, { ui: { hide: true } });
    expect(workspaceKind(rawKind(spec), { a: 'b' })!.hidden).toBe(false);
  });

  it('is read without throwing, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.anything(), spec => {
        const kind = workspaceKind({ metadata: { name: 'x' }, spec }, {});
        expect(kind?.name).toBe('x');
      }),
    );
    expect(workspaceKind(undefined, {})).toBeUndefined();
  });
});
