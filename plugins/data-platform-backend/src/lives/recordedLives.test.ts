import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { Life } from './__testUtils__/Life';
import { recordedLife, recordingsExist } from './__testUtils__/recordedLife';

const recorded = recordingsExist ? describe : describe.skip;
if (!recordingsExist) {
  process.stdout.write(
    'Skipped: ../shared/recordings/kubernetes is not beside the repository\n',
  );
}

const expected: Record<string, string[]> = parse(
  readFileSync(resolve(__dirname, '__fixtures__/recorded.yaml'), 'utf8'),
);

recorded('all that a person would have read of a real life', () => {
  it.each(Object.keys(expected))('%s', async topic => {
    const { start, lines } = recordedLife(`spark-${topic}`);
    const life = await new Life(start).begin();
    await life.play(lines);
    await life.end();
    expect(life.said).toEqual(expected[topic]);
  });
});
