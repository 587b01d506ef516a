import { META_EXPIRES } from '../model/metadataKeys';
import { ExpiryScene } from '../__testUtils__/ExpiryScene';

const REPO = 'sales-lake';

describe('BranchExpiry', () => {
  let scene: ExpiryScene;
  let count = 0;
  let name: string;

  beforeAll(async () => {
    scene = await ExpiryScene.start();
  });
  beforeEach(() => {
    count += 1;
    name = `b${count}`;
    Object.assign(scene, { fresh: true, heard: true, workedOn: false });
    Object.assign(scene, { awaited: [], meanwhile: async () => {} });
  });
  afterEach(() => scene.scene.lake.deleteBranch(REPO, name).catch(() => {}));
  afterAll(() => scene.scene.stop());

  const put = () => scene.scene.lake.put(REPO, name, { 'new.txt': name });
  const verdict = () => {
    const { spec } = scene.scene.find('Branch', name)!.object as any;
    return spec;
  };

  it('warns a day before, once, and deletes at the end what can be restored', async () => {
    await scene.branch(name, 48);
    expect(await scene.round(23)).toEqual([]);
    const [told] = await scene.round(2);
    expect(told).toMatch(
      /^user:default\/ada: Branch b\d+ of sales-lake expires on 2026-/,
    );
    expect(await scene.round(20)).toEqual([]);
    expect(await scene.round(3)).toEqual([
      `user:default/ada: Branch ${name} of sales-lake was deleted`,
    ]);
    expect(scene.has(name)).toBe(false);
    expect(await scene.record(name)).toMatchObject({
      deletedBy: 'portal:default/branch-expiry',
      deletedAt: scene.now,
      lastCommit: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await scene.round(1)).toEqual([]);
  });

  it('says when uncommitted data goes, waits for the grace, and only then deletes it', async () => {
    await scene.branch(name, 24);
    await put();
    await scene.round();
    const [told] = await scene.round(24);
    expect(told).toContain('will be deleted on');
    expect(verdict()).toMatchObject({
      ...{ goesDirty: true, goesAt: scene.now + 24 * 3_600_000 },
    });
    expect(await scene.round(23)).toEqual([]);
    expect(scene.has(name)).toBe(true);
    await scene.round(1);
    expect(scene.has(name)).toBe(false);
  });

  it('keeps uncommitted data while nobody can be told, and says so', async () => {
    scene.heard = false;
    await scene.branch(name, 24);
    await put();
    for (const hours of [0, 24, 48, 48]) await scene.round(hours);
    expect(scene.has(name)).toBe(true);
    expect(verdict().expiryNote).toContain('nobody could be told');
    scene.heard = true;
    await scene.round(1);
    expect(verdict().expiryNote).toBeUndefined();
    await scene.round(24);
    expect(scene.has(name)).toBe(false);
  });

  it('tells of what was not warned of before it deletes it', async () => {
    await scene.branch(name, -100);
    expect((await scene.round())[0]).toContain('will be deleted on');
    await scene.round(23);
    expect(scene.has(name)).toBe(true);
    await scene.round(1);
    expect(scene.has(name)).toBe(false);
  });

  it('leaves a branch that somebody committed to since', async () => {
    await scene.branch(name, 24);
    await scene.round();
    await scene.scene.lake.commit(REPO, name, { 'late.txt': '1' });
    expect((await scene.round(24))[0]).toContain('will be deleted on');
    expect(scene.has(name)).toBe(true);
  });

  it('leaves a branch that was given more time', async () => {
    await scene.branch(name, 24);
    await scene.round();
    const key = { server: 'lake', repository: REPO, name };
    const expiresAt = scene.now + 90 * 3_600_000;
    await scene.scene.records.change(key, { expiresAt });
    expect(await scene.round(24)).toEqual([]);
    expect(scene.has(name)).toBe(true);
  });

  it.each<[string, () => void, string | undefined]>([
    [
      'what is known is out of date',
      () => Object.assign(scene, { fresh: false }),
      undefined,
    ],
    [
      'a run works on it',
      () => Object.assign(scene, { workedOn: true }),
      'it is kept while a run works on it',
    ],
    [
      'its merge waits for approval',
      () => {
        const values = { repository: REPO, source: name, destination: 'main' };
        scene.awaited = [
          {
            ...{ id: 'merge', title: 'Merge', source: 'lake' },
            ...{ action: 'merge', values },
          },
        ];
      },
      'it is kept while a request for approval waits for it',
    ],
  ])('leaves it while %s', async (_, given, note) => {
    await scene.branch(name, 24);
    await scene.round();
    given();
    expect(await scene.round(24)).toEqual([]);
    expect(scene.has(name)).toBe(true);
    expect(verdict().expiryNote).toBe(note);
    Object.assign(scene, { fresh: true, workedOn: false, awaited: [] });
    await scene.round(1);
    expect(scene.has(name)).toBe(false);
  });

  it('leaves a protected branch, and one whose end a commit claims', async () => {
    const { lake } = scene.scene;
    await scene.branch(name, 24);
    await scene.round();
    await lake.protect(REPO, 'b*');
    await scene.round(24);
    await lake.protect(REPO);
    expect(scene.has(name)).toBe(true);
    await lake.branch(REPO, 'claimed');
    const metadata = { [META_EXPIRES]: '2026-01-01T00:00:00Z' };
    await lake.commit(REPO, 'claimed', { 'c.txt': '1' }, { metadata });
    await scene.round();
    await scene.round(48);
    expect(scene.has('claimed')).toBe(true);
  });

  it.each([
    [
      'a commit',
      () => scene.scene.lake.commit(REPO, name, { 'x.txt': '1' }),
      'has another commit by now',
    ],
    ['uncommitted data', () => put(), 'There is uncommitted data on'],
  ])('is stopped by %s at the last moment, and tells', async (_, act, said) => {
    await scene.branch(name, 24);
    await scene.round();
    scene.meanwhile = act;
    await scene.round(24);
    expect(scene.has(name)).toBe(true);
    expect(verdict().expiryNote).toContain('deleting it failed');
    expect(verdict().expiryNote).toContain(said);
  });

  it('does nothing on a server that does not answer', async () => {
    await scene.branch(name, 24);
    await scene.round();
    const { client } = scene.scene.source;
    const branch = jest
      .spyOn(client, 'branch')
      .mockRejectedValue(new Error('connection refused'));
    expect(await scene.round(24)).toEqual([]);
    expect(await scene.record(name)).not.toHaveProperty('deletedAt');
    branch.mockRestore();
    await scene.round(1);
    expect(scene.has(name)).toBe(false);
  });
});
