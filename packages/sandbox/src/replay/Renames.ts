const UID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** What the server makes up (uids, versions, tokens, generated names), as it was recorded and as it is now. */
export class Renames {
  private readonly names = new Map<string, string>();

  /** Says what a recorded value is now, where no answer tells it. */
  set(recorded: string, actual: string): void {
    this.names.set(recorded, actual);
  }

  /** Learns from a recorded and an actual body of the same shape. */
  learn(recorded: unknown, actual: unknown, key = ''): void {
    if (typeof recorded === 'string' && typeof actual === 'string') {
      const madeUp =
        UID.test(recorded) ||
        ['resourceVersion', 'continue'].includes(key) ||
        (key === 'name' && recorded !== actual);
      if (madeUp) this.names.set(recorded, actual);
      return;
    }
    if (!isContainer(recorded) || !isContainer(actual)) return;
    for (const part of Object.keys(recorded)) {
      this.learn(recorded[part], actual[part], part);
    }
  }

  /** Writes a recorded request as it has to be sent now. */
  path(recorded: string): string {
    return recorded.replace(
      /([?&](?:resourceVersion|continue)=)([^&]*)|([0-9a-f]{8}-[0-9a-f-]{27})/g,
      (_, key, value, uid) =>
        uid
          ? this.names.get(uid) ?? uid
          : key + (this.names.get(value) ?? value),
    );
  }

  body(recorded: unknown, key = ''): unknown {
    if (typeof recorded === 'string') {
      const known = key === 'uid' || key === 'resourceVersion';
      return known ? this.names.get(recorded) ?? recorded : recorded;
    }
    if (Array.isArray(recorded))
      return recorded.map(item => this.body(item, key));
    if (!isContainer(recorded)) return recorded;
    return Object.fromEntries(
      Object.entries(recorded)
        .filter(([part]) => part !== 'managedFields')
        .map(([part, value]) => [part, this.body(value, part)]),
    );
  }
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}
