import fc from 'fast-check';
import { branchNameProblem } from '@millrace/backstage-plugin-data-platform-common';
import { isRef, tagNameProblem } from './branchName';
import { protects } from './protects';
import { wildcard } from './wildcard';

describe('branchNameProblem', () => {
  it.each(['main', 'fix_1', '_x', 'a-', 'A1', '1'])('allows %s', name => {
    expect(branchNameProblem(name)).toBeUndefined();
  });

  it.each([
    ['feature/x', 'feature-x'],
    ['v1.2', 'v1-2'],
    ['für alle', 'fur-alle'],
    ['-x', 'x'],
  ])('refuses %s and proposes %s', (name, proposal) => {
    expect(branchNameProblem(name)).toContain(`"${proposal}" would do`);
  });

  it('has words for what is empty, too long, like a commit, or nothing but signs', () => {
    expect(branchNameProblem('')).toContain('Give the branch a name');
    expect(branchNameProblem('x'.repeat(300))).toContain('300 characters');
    expect(branchNameProblem('a'.repeat(64))).toContain('like a commit');
    expect(branchNameProblem('数据')).toMatch(/beginning\.$/);
  });

  it('proposes only names that it allows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), name => {
        const proposal = /"([^"]+)" would do/.exec(
          branchNameProblem(name) ?? '',
        )?.[1];
        expect(branchNameProblem(proposal ?? 'main')).toBeUndefined();
      }),
    );
  });
});

describe('tagNameProblem', () => {
  it.each(['v1', 'v1.2', 'release_2026-11'])('allows %s', id => {
    expect(tagNameProblem(id)).toBeUndefined();
  });

  it.each(['', 'a~1', 'a@b', 'a..b', 'x.lock', 'a/b', '-x', 'x'.repeat(101)])(
    'refuses %j, which could not be read as a ref',
    id => {
      expect(tagNameProblem(id)).toBeDefined();
    },
  );
});

describe('isRef', () => {
  it('takes branches, tags and commits, and no expressions', () => {
    expect(['main', 'v1.2', 'a'.repeat(64)].every(isRef)).toBe(true);
    expect(['main~1', 'main@', 'dev$', 'a/b', '', '../x'].some(isRef)).toBe(
      false,
    );
  });
});

describe('wildcard', () => {
  it.each([
    ['sales-*', 'sales-lake', true],
    ['sales-*', 'sales', false],
    ['*-lake', 'sales-lake', true],
    ['s*l*e', 'sales-lake', true],
    ['s*l*x', 'sales-lake', false],
    ['ab*ba', 'aba', false],
    ['*', '', true],
    ['a.c', 'abc', false],
  ])('%s, %s: %s', (pattern, name, fits) => {
    expect(wildcard(pattern, name)).toBe(fits);
  });

  it('agrees with a regular expression', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '*'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, text, (pattern, name) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '[^]*')}$`);
        const plain = name.replaceAll('*', 'b');
        expect(wildcard(pattern, plain)).toBe(expression.test(plain));
      }),
    );
  });
});

describe('protects', () => {
  it.each([
    ['main', 'main', true],
    ['main', 'main2', false],
    ['release-*', 'release-1', true],
    ['v?', 'v1', true],
    ['v?', 'v12', false],
    ['v?-*', 'v1-x', true],
    ['rel[ease', 'release', true],
    ['x[ab]', 'main', false],
  ])('%s, %s: %s', (pattern, branch, does) => {
    expect(protects(pattern, branch)).toBe(does);
  });
});
