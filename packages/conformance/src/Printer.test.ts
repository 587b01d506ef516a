import { Printer } from './Printer';
import { CheckResult } from './runConformance';

const result = (rest: Partial<CheckResult>): CheckResult => ({
  area: 'Lists',
  title: 'pages',
  outcome: 'passed',
  durationMs: 1234,
  ...rest,
});

describe('Printer', () => {
  it('prints an area once, reasons below their check, and what cannot be done', () => {
    let text = '';
    const printer = new Printer(part => {
      text += part;
    });
    const results = [
      result({}),
      result({ outcome: 'failed', reason: 'a\nb' }),
      result({ area: 'Spark', outcome: 'skipped', reason: 'not installed' }),
    ];
    for (const one of results) printer.result(one);
    printer.summary({ results, passed: 1, failed: 1, skipped: 1 });
    expect(text).toBe(
      [
        '',
        'Lists',
        '  ok   pages (1.2 s)',
        '  FAIL pages (1.2 s)',
        '       a',
        '       b',
        '',
        'Spark',
        '  skip pages (1.2 s)',
        '       not installed',
        '',
        'What the endpoint cannot do:',
        '  - not installed',
        '',
        '1 passed, 1 failed, 1 skipped',
        '',
      ].join('\n'),
    );
  });
});
