import { ourShare, scriptSizes } from './loadedScripts';

describe('our share of a script', () => {
  it('is what our packages have of its sources', () => {
    expect(
      ourShare(
        [
          'webpack://app/../../plugins/data-platform/src/run/RunDrawer.tsx',
          'webpack://app/../../plugins/data-platform-react/src/index.ts',
          'webpack://app/../../node_modules/react/index.js',
          'webpack://app/../../node_modules/data-platform/src/other.js',
        ],
        ['12345', '12345', '1234567890', null],
      ),
    ).toBe(0.5);
    expect(ourShare([], [])).toBe(0);
  });

  it('counts nothing for what is not of the bundle', () => {
    expect(scriptSizes(['no-such-file.js'])).toEqual({
      kb: 0,
      oursKb: 0,
      files: {},
    });
  });
});
