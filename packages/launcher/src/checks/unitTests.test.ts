import { join } from 'node:path';
import { ROOT } from '../paths';
import { failures } from './unitTests';

const name = join(ROOT, 'plugins/x/src/a.test.ts');
const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };
const failed = {
  status: 'failed',
  fullName: 'subtracts',
  failureMessages: ['Expected 1\nReceived 2'],
};

it('names the tests that failed, and no others', () => {
  const testResults = [
    { name, message: 'all of it', assertionResults: [passed, failed] },
    { name, message: '', assertionResults: [passed] },
  ];
  expect(failures({ testResults })).toBe(
    'plugins/x/src/a.test.ts: subtracts\nExpected 1\nReceived 2',
  );
});

it('says why a file could not be run', () => {
  const testResults = [{ name, message: 'no module', assertionResults: [] }];
  expect(failures({ testResults })).toBe('plugins/x/src/a.test.ts\nno module');
});

it('cuts what is long', () => {
  const long = { ...failed, failureMessages: ['line\n'.repeat(100)] };
  const testResults = [{ name, message: '', assertionResults: [long] }];
  const lines = failures({ testResults }).split('\n');
  expect(lines).toHaveLength(27);
  expect(lines.at(-1)).toBe('... 76 more lines');
});
