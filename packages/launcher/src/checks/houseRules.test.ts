import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkHouseRules, importsOf } from './houseRules';

function tree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'rules-'));
  for (const [name, text] of Object.entries({
    'yarn.lock': '',
    'packages/app/src/App.tsx': '',
    'plugins/data-platform/src/index.ts': '',
    ...files,
  })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const P = '@millrace/backstage-plugin-';

describe('importsOf', () => {
  it('sees every form of import', () => {
    expect(
      importsOf(
        `import a from 'a';\nimport 'b';\nexport * from "c";\nawait import('d');\nrequire('e');\nimport {\n x,\n} from 'f';`,
      ),
    ).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('checkHouseRules', () => {
  it('is content with a tree in order', () => {
    const root = tree({
      'plugins/data-platform-node/src/a.ts': `import '${P}data-platform-common';\n`,
    });
    expect(checkHouseRules(root)).toEqual([]);
  });

  it.each([
    ['data-platform-common', 'data-platform-node'],
    ['data-platform-node', 'data-platform-backend'],
    ['scaffolder-backend-module-data-platform', 'data-platform-backend'],
    ['data-platform', 'data-platform-backend'],
    ['data-platform-react', 'data-platform'],
  ])('refuses that %s imports %s', (from, to) => {
    const root = tree({
      [`plugins/${from}/src/a.ts`]: `import '${P}${to}/sub';\n`,
    });
    expect(checkHouseRules(root)).toEqual([
      `plugins/${from}/src/a.ts: ${from} must not import ${P}${to}/sub`,
    ]);
  });

  it('keeps an integration apart from the backend that hosts it', () => {
    const root = tree({
      'plugins/data-platform-backend/src/integrations/x/a.ts': `import '../../store/types';\n`,
    });
    expect(checkHouseRules(root)).toHaveLength(1);
  });

  it('lets integrations of one family share a folder, one way', () => {
    const at = 'plugins/data-platform-backend/src/integrations';
    const root = tree({
      [`${at}/x-one/a/b.ts`]: `import '../../x/c';\nimport '../d';\n`,
      [`${at}/x-two/a.ts`]: `import '../x-one/a/b';\n`,
      [`${at}/x/c.ts`]: `import '../x-one/d';\n`,
    });
    expect(checkHouseRules(root)).toHaveLength(2);
  });

  it('lets all integrations share what is built on less', () => {
    const at = 'plugins/data-platform-backend/src/integrations';
    const root = tree({
      [`${at}/x/a.ts`]: `import '../pods/b';\nimport '../values/c';\n`,
      [`${at}/pods/b.ts`]: `import '../values/c';\n`,
      [`${at}/values/c.ts`]: `import '../pods/b';\n`,
      [`${at}/x/__testUtils__/d.ts`]: `import '../../__testUtils__/e';\n`,
      [`${at}/x/f.ts`]: `import '../__testUtils__/e';\n`,
    });
    expect(checkHouseRules(root)).toEqual([
      expect.stringContaining('/values/c.ts: '),
      expect.stringContaining('/x/f.ts: '),
    ]);
  });

  it('counts lines, and leaves generated code out', () => {
    const long = 'x;\n'.repeat(401);
    const root = tree({
      'packages/app/src/a.ts': '',
      'packages/app/src/long.ts': long,
      'packages/app/src/generated/long.ts': long,
    });
    expect(checkHouseRules(root)).toEqual([
      'packages/app/src/long.ts: 401 lines, at most 400',
    ]);
  });

  it('names the line of what has no place', () => {
    const root = tree({ 'packages/app/src/a.ts': '\nconsole.log(1);\n' });
    expect(checkHouseRules(root)).toEqual(['packages/app/src/a.ts:2: console']);
  });

  it('finds addresses in the lock file', () => {
    expect(checkHouseRules(tree({ 'yarn.lock': 'https://x' }))).toEqual([
      'yarn.lock holds addresses',
    ]);
  });
});
