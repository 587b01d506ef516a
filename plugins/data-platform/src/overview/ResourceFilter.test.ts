import {
  filterOf,
  narrows,
  queryOf,
  ResourceFilter,
  withFilter,
} from './ResourceFilter';

const of = (search: string) => filterOf(new URLSearchParams(search));

describe('ResourceFilter', () => {
  it('has worst first as the usual', () => {
    expect(of('')).toEqual({
      health: [],
      past: false,
      sort: 'severity',
      order: 'asc',
      page: 1,
      pageSize: 25,
    });
    expect(narrows(of(''))).toBe(false);
  });

  it('leaves out what makes no sense', () => {
    expect(
      of('health=failed,strange&sort=evil&order=up&page=-3&size=7'),
    ).toMatchObject({
      health: ['failed'],
      sort: 'severity',
      order: 'asc',
      page: 1,
      pageSize: 25,
    });
    expect(of('page=1.5').page).toBe(1);
  });

  it('comes back from the URL as it went in, and leaves the rest', () => {
    const filter: ResourceFilter = {
      health: ['degraded', 'failed'],
      cluster: 'eu-1',
      kind: 'SparkApplication.sparkoperator.k8s.io',
      domain: 'domain:default/sales',
      text: 'a & b',
      past: true,
      sort: 'name',
      order: 'asc',
      page: 3,
      pageSize: 50,
    };
    const params = withFilter(new URLSearchParams('resource=x'), filter);
    expect(filterOf(params)).toEqual(filter);
    expect(params.get('resource')).toBe('x');
    expect(narrows(filter)).toBe(true);
    expect(withFilter(params, of('')).toString()).toBe('resource=x');
  });

  it('pages by offset', () => {
    expect(queryOf(of('page=3&size=50&health=failed'))).toMatchObject({
      limit: 50,
      offset: 100,
      health: ['failed'],
    });
  });

  it('leaves data branches out until that kind is asked for', () => {
    expect(queryOf(of('q=fix')).exceptNature).toBe('branch');
    expect(queryOf(of('kind=Branch.lakefs.io')).exceptNature).toBeUndefined();
  });
});
