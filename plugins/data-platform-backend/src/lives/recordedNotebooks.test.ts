import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { kubeflowNotebooksIntegration } from '../integrations/kubeflow-notebooks';
import { Life } from './__testUtils__/Life';
import { recordedLife, recordingsExist } from './__testUtils__/recordedLife';

const recorded = recordingsExist ? describe : describe.skip;
if (!recordingsExist) {
  process.stdout.write(
    'Skipped: ../shared/recordings/kubernetes is not beside the repository\n',
  );
}

const expected: Record<string, string[]> = parse(
  readFileSync(resolve(__dirname, '__fixtures__/notebooks.yaml'), 'utf8'),
);

recorded('all that a person would have read of a real notebook server', () => {
  it.each(Object.keys(expected))('%s', async name => {
    const { start, lines } = recordedLife('notebook', name);
    const life = await new Life(start, kubeflowNotebooksIntegration).begin();
    await life.play(lines);
    await life.end();
    expect(life.said).toEqual(expected[name]);
  });

  it('never says running in a crash loop', async () => {
    const { start, lines } = recordedLife('notebook', 'crash-loop');
    const life = await new Life(start, kubeflowNotebooksIntegration).begin();
    await life.play(lines);
    await life.end();
    expect(life.said.filter(line => / healthy /.test(line))).toEqual([]);
  });
});
