import { fillLargeLake, startLakeFsSandbox } from '@millrace/sandbox';
import { answerQuestions } from '../process/questions';
import { LakeAddress, LakeSize, REPOSITORY } from './LakeSize';

/** A lakeFS of that size as a process: JSON argument; ends on SIGTERM. */
async function main({ branches, objects }: LakeSize): Promise<void> {
  const started = startLakeFsSandbox();
  process.once('SIGTERM', () => {
    void started.then(lake => lake.stop()).finally(() => process.exit(0));
  });
  const filled = started.then(async (lake): Promise<LakeAddress> => {
    const { url, accessKeyId, secretAccessKey } = lake;
    const key = Buffer.from(`${accessKeyId}:${secretAccessKey}`);
    const made = await fetch(`${url}/api/v1/repositories`, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${key.toString('base64')}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({
        name: REPOSITORY,
        storage_namespace: `local://${REPOSITORY}`,
        default_branch: 'main',
      }),
    });
    if (!made.ok) throw new Error(await made.text());
    fillLargeLake(lake.server, { repository: REPOSITORY, branches, objects });
    return { url, accessKeyId, secretAccessKey };
  });
  answerQuestions({ address: () => filled });
  await filled;
}

main(JSON.parse(process.argv[2])).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
