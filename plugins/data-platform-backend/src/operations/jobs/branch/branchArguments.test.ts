import fc from 'fast-check';
import {
  branchVariables,
  withBranchVariables,
  withoutBranch,
} from './branchArguments';

const VARIABLES = {
  'branch.uri': 's3a://lake/fix',
  'branch.name': 'fix',
  'branch.repository': 'lake',
};

describe('withBranchVariables', () => {
  it.each([
    ['{{branch.uri}}/tables/orders', 's3a://lake/fix/tables/orders'],
    ['--out={{ branch.uri }}', '--out=s3a://lake/fix'],
    ['{{branch.repository}}:{{branch.name}}', 'lake:fix'],
    ['{{ ds }} and {{params.x}}', '{{ ds }} and {{params.x}}'],
    ['{branch.uri} {{branch uri}}', '{branch.uri} {{branch uri}}'],
  ])('%s: %s', (text, filled) => {
    expect(withBranchVariables([text], VARIABLES)).toEqual({
      arguments: [filled],
      findings: [],
    });
  });

  it('refuses a name of a branch that there is not, once, and tells those that there are', () => {
    const { arguments: kept, findings } = withBranchVariables(
      ['{{branch.url}}', 'x{{branch.url}}', '{{branch.toString}}'],
      VARIABLES,
    );
    expect(kept[0]).toBe('{{branch.url}}');
    expect(findings.map(({ field, message }) => [field, message])).toEqual([
      ['arguments', 'There is no variable {{branch.url}}.'],
      ['arguments', 'There is no variable {{branch.toString}}.'],
    ]);
    expect(findings[0].remedy).toContain('{{branch.uri}}, {{branch.name}}');
  });

  const name = fc.constantFrom(...Object.keys(VARIABLES), 'branch.x', 'ds');
  const piece = fc.oneof(
    fc.string({ maxLength: 12 }),
    name.map(each => `{{${each}}}`),
    fc.constantFrom('{{', '}}', '{', '}', '$&', '$1'),
  );
  const text = fc.array(piece, { maxLength: 6 }).map(all => all.join(''));

  it('leaves no known variable unfilled, tells every unknown one, and touches nothing else', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), texts => {
        const { arguments: filled, findings } = withBranchVariables(
          texts,
          VARIABLES,
        );
        expect(filled).toHaveLength(texts.length);
        const left = branchVariables(filled);
        expect(left.filter(each => each in VARIABLES)).toEqual([]);
        expect(findings).toHaveLength(left.length);
        const untouched = texts.flatMap((before, index) =>
          branchVariables([before]).length === 0 ? [index] : [],
        );
        expect(untouched.map(index => filled[index])).toEqual(
          untouched.map(index => texts[index]),
        );
      }),
    );
  });

  it('never looks at what a value holds', () => {
    fc.assert(
      fc.property(text, value => {
        const { arguments: filled } = withBranchVariables(
          ['a{{branch.uri}}b'],
          {
            'branch.uri': value,
          },
        );
        expect(filled).toEqual([`a${value}b`]);
      }),
    );
  });
});

describe('withoutBranch', () => {
  it('refuses arguments that need a branch, and no others', () => {
    expect(withoutBranch(['--day', '{{ ds }}'])).toEqual([]);
    expect(withoutBranch(['{{branch.uri}}'])[0]).toMatchObject({
      level: 'error',
      field: 'branch',
    });
  });
});
