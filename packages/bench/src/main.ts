import { readFileSync, writeFileSync } from 'node:fs';
import { Arguments, parseArguments, USAGE } from './parseArguments';
import { withFigures } from './report/document';
import { Figures } from './report/Figures';
import { machine } from './report/machine';
import { Report, Run } from './report/Report';
import { reportText } from './report/reportText';
import { targetResults } from './report/targets';
import { runBench } from './runBench';
import { Scale, SCALES } from './Scale';

async function main(argv: readonly string[]): Promise<number> {
  const options = parseArguments(argv, process.cwd());
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => asked.abort(new Error('Stopped.')));
  }
  const facts = machine();
  const runs: Run[] = [];
  for (const name of options.scales) {
    runs.push(await runAt(SCALES[name], options, asked.signal));
  }
  const report: Report = {
    at: new Date().toISOString(),
    machine: facts,
    runs,
    targets: targetResults(runs),
  };
  const text = reportText(report);
  process.stdout.write(`\n${text}\n`);
  const { json, docs, strict } = options;
  if (json) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  if (docs) {
    writeFileSync(docs, withFigures(readFileSync(docs, 'utf8'), text));
  }
  const incomplete = runs.some(
    ({ figures }) => Object.keys(figures.problems).length > 0,
  );
  const missed = report.targets.some(({ met }) => !met);
  return incomplete || (strict && missed) ? 1 : 0;
}

async function runAt(
  scale: Scale,
  { profile, only }: Arguments,
  signal: AbortSignal,
): Promise<Run> {
  const started = performance.now();
  const figures = await runBench({
    ...{ scale, profile, only, signal },
    onStage: stage => process.stdout.write(`${stage}\n`),
  }).catch((error): Figures => {
    signal.throwIfAborted();
    // The other sizes are worth having.
    return { problems: { coldStart: String(error) }, seconds: {} };
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  return { scale, seconds, figures };
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
