import { builtinResources } from '../resources/builtinResources';
import { ResourceType } from '../resources/ResourceType';
import { parseFieldSelector, selectedName } from './fieldSelector';

const typeOf = (plural: string): ResourceType =>
  builtinResources.find(type => type.plural === plural)!;

const event: any = {
  kind: 'Event',
  metadata: { name: 'e', namespace: 'n' },
  involvedObject: { kind: 'Pod', name: 'p,1' },
  source: {},
  reportingComponent: 'kubelet',
};

describe('parseFieldSelector', () => {
  it.each([
    ['metadata.name=e', true],
    ['metadata.name==x', false],
    ['metadata.name!=x,metadata.namespace=n', true],
    ['involvedObject.kind=Pod,type=Warning', false],
    ['involvedObject.name=p\\,1', true],
    ['source=kubelet', true],
    ['type=', true],
    ['', true],
  ])('%s is %s', (selector, expected) => {
    expect(parseFieldSelector(selector, typeOf('events'))(event)).toBe(
      expected,
    );
  });

  it('words the refusal by whether the kind has fields of its own', () => {
    expect(() => parseFieldSelector('message=x', typeOf('events'))).toThrow(
      'field label not supported: message',
    );
    expect(() => parseFieldSelector('data.i=3', typeOf('configmaps'))).toThrow(
      '"data.i" is not a known field selector: only "metadata.name", "metadata.namespace"',
    );
  });

  it('finds the name that a list is pinned to', () => {
    expect(selectedName('metadata.name=a,type=x')).toBe('a');
    expect(selectedName('metadata.name!=a')).toBeUndefined();
  });
});
