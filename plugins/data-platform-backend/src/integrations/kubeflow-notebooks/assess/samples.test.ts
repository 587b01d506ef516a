import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { projected } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { textAt } from '../../values/field';
import { allSamples } from '../__testUtils__/samples';

const FILES = [...new Set(allSamples().map(({ file }) => file))];
const expected: Record<string, Record<string, unknown>> = Object.fromEntries(
  FILES.map(file => [
    file,
    parse(
      readFileSync(
        resolve(__dirname, `../__fixtures__/expected/${file}.yaml`),
        'utf8',
      ),
    ),
  ]),
);

describe('verdicts on samples', () => {
  it.each(allSamples())('$file: $title', sample => {
    const { definition, context, file, title } = sample;
    const object = projected(definition, sample.object);
    const { health, outcome, reason, message, nextStep, since } =
      definition.assess(object, context);
    expect(outcome).toBeUndefined();
    expect({
      state: definition.workbench?.(object, context)?.state,
      health,
      reason,
      message,
      ...(nextStep && { nextStep }),
      since: since?.slice(11, 19) ?? '',
    }).toEqual(expected[file][title]);
  });

  it.each(FILES)('expects nothing of a sample that is not in %s', file => {
    expect(Object.keys(expected[file]).sort()).toEqual(
      allSamples()
        .filter(sample => sample.file === file)
        .map(({ title }) => title)
        .sort(),
    );
  });

  it('has a sample of every state that a Workspace can be in', () => {
    const seen = new Set(
      allSamples().map(({ object }) => textAt(object.status, 'state')),
    );
    const states = [
      'Running',
      'Terminating',
      'Paused',
      'Pending',
      'Error',
      'Unknown',
    ];
    expect(states.filter(state => !seen.has(state))).toEqual([]);
  });

  it('has a sample of every state of a container', () => {
    const seen = new Set(
      allSamples().flatMap(({ object }) =>
        Object.keys((object.status as any)?.containerState ?? {}),
      ),
    );
    expect([...seen].sort()).toEqual(['running', 'terminated', 'waiting']);
  });

  it('has a sample of every word that lists count by', () => {
    const seen = new Set(
      Object.values(expected)
        .flatMap(table => Object.values(table))
        .map((verdict: any) => verdict.state),
    );
    expect([...seen].sort()).toEqual([
      'deleting',
      'failed',
      'running',
      'starting',
      'stopped',
      'stopping',
      'unknown',
    ]);
  });

  it('is green only where the container runs and is ready', () => {
    for (const { definition, object, context } of allSamples()) {
      const kept = projected(definition, object);
      const { health } = definition.assess(kept, context);
      const ready = context.pods.some(
        pod =>
          pod.deletingSince === undefined &&
          pod.containers.every(each => each.ready && each.running),
      );
      const vouched = context.complete?.includes('pods') ?? false;
      expect([health, ready || !vouched]).not.toEqual(['healthy', false]);
    }
  });
});
