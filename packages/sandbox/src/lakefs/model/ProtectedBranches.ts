import { Clock } from '../../types';
import { globPattern } from './globPattern';
import { Repository } from './Repository';

/** The real server remembers the rules for 3 to 6 s. */
const REMEMBERED_MS = 5_000;

/**
 * Says which branches are protected by the rules as they were when they were last read: a new rule takes effect some seconds
 * late.
 */
export class ProtectedBranches {
  private readonly clock: Clock;
  private readonly known = new Map<
    Repository,
    { until: number; rules: readonly RegExp[] }
  >();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  has(repository: Repository, branch: string): boolean {
    return this.rules(repository).some(rule => rule.test(branch));
  }

  forget(repository: Repository): void {
    this.known.delete(repository);
  }

  private rules(repository: Repository): readonly RegExp[] {
    const now = this.clock.now();
    const known = this.known.get(repository);
    if (known && now < known.until) return known.rules;
    const rules = (repository.settings.protectedBranches ?? []).map(
      globPattern,
    );
    this.known.set(repository, { until: now + REMEMBERED_MS, rules });
    return rules;
  }
}
