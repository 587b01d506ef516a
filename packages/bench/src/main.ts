import { writeFileSync } from 'node:fs';
import { parseArguments, USAGE } from './parseArguments';
import { machine } from './report/machine';
import { Report } from './report/Report';
import { reportText } from './report/reportText';
import { targetResults } from './report/targets';
import { runBench } from './runBench';
import { SCALES } from './Scale';

async function main(argv: readonly string[]): Promise<number> {
  const { quick, json, profile, strict, help } = parseArguments(
    argv,
    process.cwd(),
  );
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const scale = SCALES[quick ? 'quick' : 'full'];
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => asked.abort(new Error('Stopped.')));
  }
  const facts = machine();
  const started = performance.now();
  const figures = await runBench({
    scale,
    profile,
    signal: AbortSignal.any([
      asked.signal,
      AbortSignal.timeout(scale.deadlineMs),
    ]),
    onStage: stage => process.stdout.write(`${stage}\n`),
  });
  const report: Report = {
    at: new Date().toISOString(),
    scale,
    machine: facts,
    seconds: Math.round((performance.now() - started) / 1000),
    figures,
    targets: targetResults(figures),
  };
  process.stdout.write(`\n${reportText(report)}`);
  if (json) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  return strict && report.targets.some(({ met }) => !met) ? 1 : 0;
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  error => {
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(2);
  },
);
