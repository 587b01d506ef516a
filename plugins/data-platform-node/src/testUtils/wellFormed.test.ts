import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import { SCRIPT_URL } from './hostileValues';
import {
  assessmentProblems,
  sentenceProblems,
  unsafeLinks,
} from './wellFormed';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const good: Assessment = {
  health: 'failed',
  outcome: 'failed',
  reason: 'DriverFailed',
  message: 'The driver ended with an error (exit code 1).',
  nextStep: 'Read `spec.driver` and the log.',
  since: '2026-11-22T11:00:00Z',
  evidence: [{ kind: 'pod', subject: 'pod x', message: 'exit code 1' }],
  remedies: [{ text: 'Read the log.' }],
};

it('finds nothing in a good verdict', () => {
  expect(assessmentProblems(good, NOW)).toEqual([]);
});

it.each([
  ['health', { health: 'red' }],
  ['outcome', { outcome: 'maybe' }],
  ['reason', { reason: 'exit code 1' }],
  ['message is no sentence', { message: 'No full stop' }],
  ['message is more than one', { message: 'One thing. Another thing.' }],
  ['message holds raw data', { message: 'It says {"a":1}.' }],
  ['message holds control', { message: 'Red \u001b[31m text.' }],
  ['message holds control', { message: 'Turned \u202e text.' }],
  ['nextStep lacks', { nextStep: undefined }],
  ['since', { since: '2999-01-01T00:00:00Z' }],
  ['since', { since: 'yesterday' }],
  [
    'evidence kind',
    { evidence: [{ kind: 'rumour', subject: 'x', message: 'y' }] },
  ],
  [
    'evidence message',
    { evidence: [{ kind: 'pod', subject: 'x', message: 'y'.repeat(2_000) }] },
  ],
  ['remedy', { remedies: [{ text: 'do it' }] }],
])('finds a bad %s', (problem, change) => {
  const found = assessmentProblems({ ...good, ...change } as Assessment, NOW);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(problem);
});

it('takes a name with a full stop in it for no second sentence', () => {
  expect(sentenceProblems('message', 'Image `a.b/C:1.4. X` is gone.')).toEqual(
    [],
  );
});

it('finds links that a browser must not follow', () => {
  const link = (url: string) => ({ title: 'x', url });
  expect(
    unsafeLinks([link('https://example.com/'), link('http://10.0.0.1:4040')]),
  ).toEqual([]);
  const bad = [
    SCRIPT_URL,
    'data:text/html,x',
    '/relative',
    'https://a:b@example.com',
    '',
  ];
  expect(unsafeLinks(bad.map(link))).toHaveLength(bad.length);
});
