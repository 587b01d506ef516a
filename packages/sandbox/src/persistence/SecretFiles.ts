import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Certificate, selfSignedCertificate } from '../http/certificate';
import { SandboxUser } from '../http/UserDirectory';

/** What must not be guessed and must stay the same over restarts: tokens and the server's key. Without a folder, in memory. */
export class SecretFiles {
  private readonly folder?: string;

  constructor(folder: string | undefined) {
    this.folder = folder;
    if (folder) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
    }
  }

  /** Gives a random token to each user that came without one. */
  tokens(users: readonly SandboxUser[]): Required<SandboxUser>[] {
    const known = this.read<Record<string, string>>('tokens.json') ?? {};
    const complete = users.map(user => {
      const token =
        user.token ?? known[user.name] ?? randomBytes(32).toString('base64url');
      if (user.token === undefined) known[user.name] = token;
      return { ...user, token };
    });
    this.write('tokens.json', known);
    return complete;
  }

  certificate(now: number): Certificate {
    const known = this.read<Certificate>('certificate.json');
    if (known) return known;
    const made = selfSignedCertificate(now);
    this.write('certificate.json', made);
    return made;
  }

  private read<T>(name: string): T | undefined {
    if (!this.folder) return undefined;
    const path = join(this.folder, name);
    return existsSync(path)
      ? JSON.parse(readFileSync(path, 'utf8'))
      : undefined;
  }

  private write(name: string, value: unknown): void {
    if (!this.folder) return;
    const path = join(this.folder, name);
    writeFileSync(path, JSON.stringify(value, null, 2), { mode: 0o600 });
    chmodSync(path, 0o600);
  }
}
