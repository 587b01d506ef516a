import { aggregatedDiscovery, negotiate } from './negotiate';

describe('negotiate', () => {
  it.each([
    [undefined, { as: 'object' }],
    ['*/*', { as: 'object' }],
    ['application/json', { as: 'object' }],
    ['application/vnd.kubernetes.protobuf, application/json', { as: 'object' }],
    [
      'application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json',
      { as: 'Table', version: 'v1' },
    ],
    [
      'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io',
      { as: 'PartialObjectMetadata', version: 'v1' },
    ],
    [
      'application/json;as=Chart;v=v1;g=meta.k8s.io,application/json',
      { as: 'object' },
    ],
  ])('%s', (accept, form) => {
    expect(negotiate(accept)).toEqual(form);
  });

  it.each([['text/csv'], ['application/json;as=Chart;v=v1;g=meta.k8s.io']])(
    '%s is 406',
    accept => {
      expect(() => negotiate(accept)).toThrow(
        expect.objectContaining({
          status: expect.objectContaining({ code: 406 }),
        }),
      );
    },
  );

  it('finds the version of aggregated discovery', () => {
    expect(
      aggregatedDiscovery(
        'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json',
      ),
    ).toBe('v2beta1');
    expect(aggregatedDiscovery('application/json')).toBeUndefined();
  });
});
