import { Entity } from '@backstage/catalog-model';
import { ManifestProcessor } from './ManifestProcessor';
import { ManifestReferenceProcessor } from './ManifestReferenceProcessor';

const job = (manifest: unknown, more: Partial<Entity> = {}): Entity =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders' },
    spec: { type: 'spark-job', manifest },
    ...more,
  } as Entity);

describe('ManifestProcessor', () => {
  const process = async (entity: Entity) =>
    (await new ManifestProcessor().preProcessEntity(entity)).spec?.manifest;

  it('keeps a harmless text as it is, comments and all', async () => {
    const text = '# nightly\nkind: SparkApplication\n';
    expect(await process(job(text))).toBe(text);
  });

  it('masks literal secrets', async () => {
    const masked = await process(
      job(
        'kind: SparkApplication\nspec:\n  sparkConf:\n    my.password: hunter2\n    a: b\n',
      ),
    );
    expect(masked).toContain('my.password: "***"');
    expect(masked).toContain('a: b');
    expect(masked).not.toContain('hunter2');
  });

  it('turns an object into text, so that the catalog makes no search rows of it', async () => {
    expect(
      await process(job({ kind: 'SparkApplication', spec: { a: 1 } })),
    ).toBe('kind: SparkApplication\nspec:\n  a: 1\n');
  });

  it.each([
    ['too large', `a: ${'x'.repeat(70_000)}`, /64 KiB/],
    ['not YAML', 'a: [1', /not valid YAML.*line 1/],
    ['no mapping', '- 1', /not a YAML mapping/],
    [
      'with a $ key',
      'spec:\n  a:\n    $text: http://x',
      /the key spec.a.\$text starts with/,
    ],
  ])('refuses what is %s', async (_what, text, message) => {
    await expect(process(job(text))).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
  });

  it('leaves other entities alone', async () => {
    const website = job('a: [1', {
      spec: { type: 'website', manifest: 'a: [1' },
    });
    expect(await new ManifestProcessor().preProcessEntity(website)).toBe(
      website,
    );
    const api = job({ $text: 'x' }, { kind: 'API' });
    expect(await new ManifestProcessor().preProcessEntity(api)).toBe(api);
    const none = job(undefined);
    expect(await new ManifestProcessor().preProcessEntity(none)).toBe(none);
  });
});

describe('ManifestReferenceProcessor', () => {
  const processor = new ManifestReferenceProcessor();

  it('runs before the catalog resolves anything', () => {
    expect(processor.getPriority()).toBeLessThan(20);
  });

  it('lets a file beside the entity pass, and nothing else that begins with $', async () => {
    const file = job({ $text: './job.yaml' });
    expect(await processor.preProcessEntity(file)).toBe(file);
    for (const manifest of [
      { $yaml: 'http://169.254.169.254/' },
      { $text: './a', b: 1 },
      { spec: { sparkConf: { $text: 'http://internal/' } } },
      [{ $json: 'x' }],
    ]) {
      await expect(processor.preProcessEntity(job(manifest))).rejects.toThrow(
        /starts with "\$"/,
      );
    }
  });
});
