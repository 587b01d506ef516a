/** One line of a log; the last one of a container may have no newline. */
export interface LogLine {
  /** Ms since the epoch. */
  at: number;
  text: string;
}

const LINE_LIMIT = 20_000;
const BYTE_LIMIT = 2 * 1024 * 1024;

/** What one instance of a container has written, bounded: the oldest lines go first. */
export class ContainerLog {
  lines: LogLine[] = [];
  ended = false;
  private bytes = 0;
  private readonly listeners = new Set<(lines: LogLine[]) => void>();

  /** Adds text; a last line without newline is continued by the next text. */
  append(text: string, now: number): void {
    if (text === '' || this.ended) return;
    const added: LogLine[] = [];
    for (const part of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      const last = this.lines[this.lines.length - 1];
      if (added.length === 0 && last && !last.text.endsWith('\n')) {
        last.text += part;
        added.push({ at: last.at, text: part });
      } else {
        const line = { at: now, text: part };
        this.lines.push(line);
        added.push({ ...line });
      }
      this.bytes += part.length;
    }
    this.trim();
    for (const listener of [...this.listeners]) listener(added);
  }

  end(): void {
    this.ended = true;
    for (const listener of [...this.listeners]) listener([]);
    this.listeners.clear();
  }

  /** Hears added lines; an empty list says that the log has ended. */
  follow(listener: (lines: LogLine[]) => void): () => void {
    if (this.ended) {
      listener([]);
      return () => {};
    }
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private trim(): void {
    let drop = Math.max(0, this.lines.length - LINE_LIMIT);
    for (let index = 0; index < drop; index++) {
      this.bytes -= this.lines[index].text.length;
    }
    while (this.bytes > BYTE_LIMIT && drop < this.lines.length - 1) {
      this.bytes -= this.lines[drop++].text.length;
    }
    if (drop > 0) this.lines.splice(0, drop);
  }
}
