import fc from 'fast-check';
import { actionProblem } from './actionsChange';

describe('actionProblem', () => {
  it.each([
    [
      'name: a\non:\n  pre-merge:\n    branches: [main]\nhooks:\n  - id: c\n    type: lua\n',
      /^fine$/,
    ],
    ['name: a\non: {pre-merge: }\nhooks: [{id: c}]\n', /^fine$/],
    ['on: [', /no valid YAML/],
    ['', /empty/],
    ['name: a\nhooks: [{id: c}]\n', /names no event/],
    ['on: {pre-mrege: }\nhooks: [{id: c}]\n', /no event "pre-mrege"/],
    ['on: {pre-merge: }\nhooks: []\n', /no hooks/],
  ])('%j', (text, problem) => {
    expect(actionProblem(text) ?? 'fine').toMatch(problem);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
        expect(['string', 'undefined']).toContain(typeof actionProblem(text));
      }),
    );
  });
});
