import { isModuleToKeep, replacesModules } from './keptModules.mts';

describe('isModuleToKeep', () => {
  it.each([
    '/tree/node_modules/react/index.js',
    '/tree/node_modules/@backstage/core-components/dist/index.cjs.js',
    '/tree/node_modules/a/node_modules/@material-ui/core/index.js',
    '/tree/node_modules/jestful/index.js',
  ])('keeps %s', file => {
    expect(isModuleToKeep(file)).toBe(true);
  });

  it.each([
    '/tree/plugins/data-platform/src/plugin.tsx',
    '/tree/node_modules/@testing-library/react/dist/index.js',
    '/tree/node_modules/a/node_modules/@testing-library/dom/dist/index.js',
    '/tree/node_modules/@backstage/frontend-test-utils/dist/index.esm.js',
    '/tree/node_modules/@backstage/test-utils/dist/index.esm.js',
    '/tree/node_modules/@jest/globals/build/index.js',
    '/tree/node_modules/jest-mock/build/index.js',
    '/tree/node_modules/msw/lib/index.js',
  ])('loads %s anew', file => {
    expect(isModuleToKeep(file)).toBe(false);
  });
});

describe('replacesModules', () => {
  it.each(['mock', 'doMock', 'resetModules', 'isolateModulesAsync'])(
    'sees jest.%s',
    name => {
      expect(replacesModules(`it('a', () => { jest.${name}('x') })`)).toBe(
        true,
      );
    },
  );

  it('takes mocks of functions for no replacement', () => {
    expect(replacesModules(`jest.fn(); jest.spyOn(a, 'b')`)).toBe(false);
    expect(replacesModules('a.mock.calls')).toBe(false);
  });
});
