import { Source } from '@millrace/backstage-plugin-data-platform-common';
import { toyIntegration } from '../store/__testUtils__/toyIntegration';
import { SourceStates } from './SourceStates';

type KindState = Source['kinds'][number];

const { kind, match } = toyIntegration.resources[0];
const toys = (state: KindState['state']): KindState => ({
  kind,
  group: match.group,
  state,
});
const pods = (state: KindState['state'], namespaces?: string[]): KindState => ({
  kind: 'Pod',
  group: '',
  state,
  ...(namespaces && { namespaces }),
});

function source(
  kinds: readonly KindState[],
  state: Source['state'] = 'connected',
): Source {
  return {
    name: 'eu',
    type: 'kubernetes',
    state,
    message: '',
    kinds: [...kinds],
  };
}

describe('what the absence of something means', () => {
  it('is complete where it is watched, and nowhere else', () => {
    const states = new SourceStates();
    expect(states.complete('eu', 'sales')).toEqual([]);
    expect(states.set(source([pods('watching')]), 0)).toBe(true);
    expect(states.complete('eu', 'sales')).toEqual(['pods']);
    expect(states.complete('us', 'sales')).toEqual([]);
  });

  it('is complete in the namespaces that may be read', () => {
    const states = new SourceStates();
    states.set(source([pods('watching', ['sales'])]), 0);
    expect(states.complete('eu', 'sales')).toEqual(['pods']);
    expect(states.complete('eu', 'finance')).toEqual([]);
  });

  it.each<[string, Source]>([
    ['the list is not there yet', source([pods('listing')])],
    ['the list is stale', source([pods('stale')])],
    ['it may not be read', source([pods('forbidden')])],
    ['the cluster does not answer', source([pods('watching')], 'stale')],
  ])('is not complete when %s', (_, state) => {
    const states = new SourceStates();
    states.set(source([pods('watching')]), 0);
    expect(states.set(state, 1)).toBe(true);
    expect(states.complete('eu', 'sales')).toEqual([]);
  });

  it('tells of a change once', () => {
    const states = new SourceStates();
    expect(states.set(source([pods('watching')]), 0)).toBe(true);
    expect(states.set(source([pods('watching'), toys('listing')]), 1)).toBe(
      false,
    );
  });
});

describe('whether what an operator left undone is merely unseen', () => {
  const fresh = (states: SourceStates, now: number) =>
    states.fresh('eu', toyIntegration, now);

  it('is judged once objects and pods have been watched for a while', () => {
    const states = new SourceStates();
    expect(fresh(states, 0)).toBe(false);
    states.set(source([toys('watching'), pods('listing')]), 0);
    expect(fresh(states, 60_000)).toBe(false);
    states.set(source([toys('watching'), pods('watching')]), 60_000);
    expect(fresh(states, 65_000)).toBe(false);
    expect(fresh(states, 70_000)).toBe(true);
  });

  it('begins anew after an outage', () => {
    const states = new SourceStates();
    const whole = [toys('watching'), pods('watching')];
    states.set(source(whole), 0);
    expect(fresh(states, 20_000)).toBe(true);
    states.set(source(whole, 'stale'), 20_000);
    expect(fresh(states, 40_000)).toBe(false);
    states.set(source(whole), 40_000);
    expect(fresh(states, 45_000)).toBe(false);
    expect(fresh(states, 50_000)).toBe(true);
  });

  it('does not wait for pods that may not be read, or for kinds that are not served', () => {
    const states = new SourceStates();
    states.set(source([toys('watching'), pods('forbidden')]), 0);
    expect(fresh(states, 10_000)).toBe(true);
    states.set(source([toys('dormant'), pods('watching')]), 10_000);
    expect(fresh(states, 60_000)).toBe(false);
  });
});
