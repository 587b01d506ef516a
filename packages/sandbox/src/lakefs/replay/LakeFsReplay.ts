import { ManualClock } from '../../clock/ManualClock';
import { commit } from '../operations/commits';
import { upload } from '../operations/objects';
import { createRepository } from '../operations/repositories';
import {
  LakeFsStartOptions,
  RunningLakeFs,
  startLakeFsSandbox,
} from '../startLakeFsSandbox';
import { RecordedExchange } from './LakeFsRecording';
import { learnIds, withKnownIds } from './recordedIds';

export interface LakeFsAnswer {
  status: number;
  headers: Record<string, string>;
  /** Parsed where it is JSON; null when empty. */
  body: any;
}

const KEY = { accessKeyId: 'AKIASANDBOX', secretAccessKey: 'sandbox-secret' };

/** A lakeFS of the sandbox on a driven clock, that recorded requests are sent to. */
export class LakeFsReplay {
  readonly clock = new ManualClock(Date.parse('2026-11-22T08:44:33Z'));
  private readonly ids = new Map<string, string>();
  private running!: RunningLakeFs;

  get server(): RunningLakeFs['server'] {
    return this.running.server;
  }

  async start(options: LakeFsStartOptions = {}): Promise<void> {
    this.running = await startLakeFsSandbox({
      clock: this.clock,
      ...KEY,
      ...options,
    });
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  /** Says what a recorded id is here, where no answer tells it. */
  rename(recorded: string, actual: string): void {
    this.ids.set(recorded, actual);
  }

  /** Makes a repository with one object on its default branch. */
  async repository(name: string, objects: Record<string, string> = {}) {
    const made = createRepository(this.server, {
      name,
      storage_namespace: `local://${name}`,
    });
    if (Object.keys(objects).length > 0) {
      this.put(name, 'main', objects);
      await this.commit(name, 'main', 'base');
    }
    return made;
  }

  branch(repository: string, name: string, source = 'main'): void {
    const { branches } = this.server.repository(repository);
    this.server
      .repository(repository)
      .makeBranch(name, branches.get(source)?.commitId ?? source);
  }

  put(
    repository: string,
    branch: string,
    objects: Record<string, string>,
  ): void {
    for (const [path, text] of Object.entries(objects)) {
      upload(this.server, this.server.repository(repository), branch, {
        path,
        bytes: Buffer.from(text),
      });
    }
  }

  /** Commits what is staged, as at a later moment; answers with the id. */
  async commit(repository: string, branch: string, message: string) {
    this.clock.advance(5);
    const of = this.server.repository(repository);
    const { id } = await commit(this.server, of, branch, {
      message,
      allow_empty: true,
    });
    return id;
  }

  /** Waits for hooks that run after an event. */
  settled(): Promise<void> {
    return this.server.hooks.settled();
  }

  /** Sends a recorded request, and learns the ids that the answer tells. */
  async send({ request, response }: RecordedExchange): Promise<LakeFsAnswer> {
    this.clock.advance(10);
    const { method, path, headers = {}, body } = request;
    const content = bodyOf(body, this.ids);
    const form = content instanceof FormData;
    const answer = await fetch(
      this.running.url + withKnownIds(path, this.ids),
      {
        method,
        redirect: 'manual',
        headers: {
          ...(form ? {} : withKnownIds(headers, this.ids)),
          ...this.credentials(request.auth),
        },
        body: content,
      },
    );
    const text = await answer.text();
    const actual = {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: contentOf(text, answer.headers.get('content-type')),
    };
    learnIds(response?.body, actual.body, this.ids);
    learnIds(response?.headers?.etag, actual.headers.etag, this.ids);
    return actual;
  }

  private credentials(auth: RecordedExchange['request']['auth']) {
    const { accessKeyId, secretAccessKey } = KEY;
    const basic = (id: string, secret: string) => ({
      authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString(
        'base64',
      )}`,
    });
    switch (auth) {
      case 'none':
        return {};
      case 'wrong':
        return basic(accessKeyId, 'wrong');
      case 'unknown':
        return basic('AKIANOBODY', 'wrong');
      case 'badbearer':
        return { authorization: 'Bearer a.b.c' };
      case 'bearer':
        return { authorization: `Bearer ${this.ids.get('<jwt>')}` };
      default:
        return basic(accessKeyId, secretAccessKey);
    }
  }
}

function bodyOf(
  body: any,
  ids: ReadonlyMap<string, string>,
): string | Buffer | FormData | undefined {
  if (body === undefined || body === null) return undefined;
  if (body.multipart) return formOf(body.multipart);
  if (typeof body !== 'string') {
    const keys: Record<string, string> = {
      '<access-key-id>': KEY.accessKeyId,
      '<secret-access-key>': KEY.secretAccessKey,
    };
    return JSON.stringify(withKnownIds(body, ids)).replace(
      /<[a-z-]+>/g,
      token => keys[token] ?? token,
    );
  }
  const [, bytes] = /^<\d+ bytes ((?:[0-9a-f]{2} ?)+)>$/.exec(body) ?? [];
  return bytes ? Buffer.from(bytes.replaceAll(' ', ''), 'hex') : body;
}

function formOf(multipart: Record<string, string>): FormData {
  const form = new FormData();
  const { type, filename, ...parts } = multipart;
  for (const [name, content] of Object.entries(parts)) {
    form.set(name, new Blob([content], { type }), filename);
  }
  return form;
}

/** Parsed where it is JSON. */
function contentOf(text: string, type: string | null): unknown {
  if (text === '') return null;
  if (type !== 'application/json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
