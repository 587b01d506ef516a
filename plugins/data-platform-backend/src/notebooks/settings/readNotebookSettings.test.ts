import { settingsWith } from '../__testUtils__/notebookServices';

describe('dataPlatform.notebooks', () => {
  it('needs nothing', () => {
    const settings = settingsWith();
    expect(settings).toMatchObject({
      allowCustomImage: false,
      defaults: {
        cpu: '0.5',
        memory: '1Gi',
        homeSize: '5Gi',
        homeMountPath: '/home/jovyan',
        limitFactor: 1.2,
      },
      tolerationGroups: [],
      affinityGroups: [],
      idleAfterMs: 3_600_000,
    });
    expect(new Set(settings.images.map(({ group }) => group))).toEqual(
      new Set(['jupyter', 'code-server', 'rstudio']),
    );
    expect(settings.connectBase('eu-1')).toBeUndefined();
  });

  it('takes the administrator’s own images and groups', () => {
    const settings = settingsWith({
      images: [
        { image: 'r.example/a:1' },
        { id: 'b', title: 'B', image: 'b', group: 'rstudio' },
      ],
      defaults: { cpu: 2 },
      tolerationGroups: [
        {
          id: 'gpu',
          title: 'GPU nodes',
          tolerations: [{ operator: 'Exists' }],
        },
      ],
      affinityGroups: [{ id: 'one', affinity: { nodeAffinity: {} } }],
    });
    expect(settings.images).toEqual([
      {
        id: 'r.example/a:1',
        title: 'r.example/a:1',
        image: 'r.example/a:1',
        group: 'jupyter',
      },
      { id: 'b', title: 'B', image: 'b', group: 'rstudio' },
    ]);
    expect(settings.defaults.cpu).toBe('2');
    expect(settings.tolerationGroups).toEqual([
      { id: 'gpu', title: 'GPU nodes', content: [{ operator: 'Exists' }] },
    ]);
    expect(settings.affinityGroups).toMatchObject([
      { id: 'one', title: 'one' },
    ]);
  });

  it('has one address for all clusters, or one for each', () => {
    const pattern = settingsWith({
      connectBase: 'https://{cluster}.example/kf/',
    });
    expect(pattern.connectBase('eu 1')).toBe('https://eu%201.example/kf');
    const each = settingsWith({
      connectBase: { 'eu-1': 'http://10.0.0.1:8080/' },
    });
    expect(each.connectBase('eu-1')).toBe('http://10.0.0.1:8080');
    expect(each.connectBase('us-1')).toBeUndefined();
  });

  it.each([
    [{ images: [{ image: 'two words' }] }, /images\[0\]\.image/],
    [
      { images: [{ image: 'a', group: 'vim' }] },
      /images\[0\]\.group must be one of/,
    ],
    [
      { images: [{ image: 'a' }, { image: 'a' }] },
      /images has the id "a" twice/,
    ],
    [{ connectBase: 'ftp://example.com' }, /connectBase must be an address/],
    [{ connectBase: 'https://me:secret@example.com' }, /connectBase must be/],
    [{ connectBase: { 'eu-1': 'nowhere' } }, /connectBase\.eu-1 must be/],
    [{ defaults: { memory: 'much' } }, /defaults\.memory must be a quantity/],
    [{ defaults: { homeMountPath: 'home' } }, /defaults\.homeMountPath/],
    [
      { defaults: { limitFactor: 0.5 } },
      /defaults\.limitFactor must be 1 or more/,
    ],
    [{ idleAfterMinutes: 0 }, /idleAfterMinutes must be a number above 0/],
    [
      { tolerationGroups: [{ id: 'a', tolerations: 'all' }] },
      /tolerationGroups\[0\]\.tolerations/,
    ],
    [
      { affinityGroups: [{ id: 'a', affinity: [] }] },
      /affinityGroups\[0\]\.affinity/,
    ],
  ])('names what is wrong in %j', (notebooks, message) => {
    expect(() => settingsWith(notebooks)).toThrow(message);
  });
});
