import { mkdirSync } from 'node:fs';
import { DATA } from '../paths';
import { say } from '../say';
import { runStages } from './runStages';
import { STAGES } from './stages';

/** `npm test [-- words]`: every check, or those whose names contain one of the words. */
export async function test(words: readonly string[]): Promise<number> {
  mkdirSync(DATA, { recursive: true, mode: 0o700 });
  const total = await runStages(STAGES, words, say);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  say(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}
