import { holds, same } from '../../Check';
import type { LakeFsCheckGroup } from '../LakeFsCheck';
import type { LakeFsAnswer } from '../LakeFsClient';

const CALLS = 12;

/** Statuses with how often they came. */
function statuses(answers: readonly LakeFsAnswer[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { status } of answers) found[status] = (found[status] ?? 0) + 1;
  return found;
}

const times = <T>(make: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: CALLS }, (_, at) => make(at)));

export const sideBySide: LakeFsCheckGroup = {
  area: 'At the same time',
  checks: [
    {
      title:
        'commits: one wins, the others are 500 `predicate failed` or find nothing left; nothing is lost',
      async run({ lake }) {
        await lake.put('main', { b: 'b' });
        const answers = await times(at =>
          lake.commit('main', { message: `${at}` }),
        );
        const won = answers.filter(({ status }) => status === 201);
        same(won.length, 1, 'commits');
        for (const { status, body } of answers) {
          const known =
            status === 201 ||
            (status === 500 && body.message === 'predicate failed') ||
            (status === 400 && /no changes$/.test(body.message));
          holds(known, `an answer of ${status} ${body.message}`);
        }
        const [head] = await lake.log('main');
        same(head.id, won[0].body.id, 'head');
      },
    },
    {
      title: 'merges of different branches: all go through, one after another',
      async run({ lake }) {
        await times(async at => {
          await lake.branch(`s${at}`);
          await lake.write(`s${at}`, { [`s${at}`]: 's' }, 's');
        });
        const answers = await times(at => lake.merge(`s${at}`, 'main'));
        same(statuses(answers), { 200: CALLS }, 'answers');
        const log = await lake.log('main', '?amount=100&first_parent=true');
        const merged = log.filter(({ parents }) => parents.length === 2);
        same(merged.length, CALLS, 'merge commits');
      },
    },
    {
      title: 'a branch made twelve times: one 201, the others 409',
      async run({ client, lake }) {
        const body = { name: 'same', source: 'main' };
        const answers = await times(() =>
          client.post(lake.at('/branches'), body),
        );
        same(statuses(answers), { 201: 1, 409: CALLS - 1 }, 'answers');
      },
    },
    {
      title:
        'an upload with If-None-Match: * from twelve sides: one 201, the others 412',
      async run({ client, lake }) {
        const answers = await times(at =>
          client.upload(lake.name, 'main', 'once', `${at}`, {
            'if-none-match': '*',
          }),
        );
        same(statuses(answers), { 201: 1, 412: CALLS - 1 }, 'answers');
      },
    },
  ],
};
