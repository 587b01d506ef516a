import { scriptShares, scriptSizes } from './loadedScripts';
import { sourceBytes } from './sourceBytes';
import { sourceOrigin } from './sourceOrigin';

const SOURCES = [
  'webpack://app/../../plugins/data-platform/src/run/RunDrawer.tsx',
  'webpack://app/../../node_modules/react/index.js',
  'webpack://app/../../node_modules/d3-shape/src/line.js',
];
// Line 1: 4 of the first, 6 of the second, 10 of the first again; line 2: 2 of nobody, 10 of the third.
const MAP = { sources: SOURCES, mappings: 'AAAA,ICAA,MDAA;A,EEAA' };
const SCRIPT = `${'a'.repeat(20)}\n${'b'.repeat(12)}`;

describe('a script', () => {
  it('is what its sources have of it', () => {
    expect([...sourceBytes(SCRIPT, MAP)]).toEqual([
      [SOURCES[0], 14],
      [SOURCES[1], 6],
      [SOURCES[2], 10],
    ]);
  });

  it('reads numbers of several digits', () => {
    const line = 'a'.repeat(1_000);
    const map = { sources: SOURCES, mappings: 'AAAA,w0BCAA' };
    expect(sourceBytes(line, map).get(SOURCES[0])).toBe(840);
    expect(sourceBytes(line, map).get(SOURCES[1])).toBe(160);
  });

  it('is shared out among whom it came from', () => {
    expect(scriptShares(SCRIPT, MAP)).toEqual({
      suite: 14 / 30,
      portal: 6 / 30,
      library: 10 / 30,
      other: 0,
    });
  });

  it('counts nothing where it is not of the bundle', () => {
    expect(scriptSizes(['no-such-file.js'])).toEqual({
      kb: 0,
      broughtKb: 0,
      oursKb: 0,
      files: {},
    });
  });
});

describe('a source', () => {
  it.each([
    ['plugins/data-platform-react/src/index.ts', 'suite'],
    ['plugins/data-platform-module-lakefs/src/diff/diff.css?12', 'suite'],
    ['packages/app/src/App.tsx', 'other'],
    ['node_modules/data-platform/src/other.js', 'library'],
    ['node_modules/cronstrue/dist/cronstrue.js', 'library'],
    ['node_modules/@remixicon/react/index.mjs', 'library'],
    ['node_modules/@backstage/ui/dist/index.esm.js', 'portal'],
    ['node_modules/@material-ui/core/esm/Box/Box.js', 'portal'],
    ['node_modules/react-aria-components/dist/Menu.mjs', 'portal'],
    ['node_modules/@backstage/ui/node_modules/clsx/clsx.js', 'library'],
  ])('%s is of the %s', (source, origin) => {
    expect(sourceOrigin(`webpack://app/../../${source}`)).toBe(origin);
  });
});
