import { CustomErrorBase } from '@backstage/errors';
import { Finding } from '@millrace/backstage-plugin-data-platform-common';

/** Input, preflight or dry run refuse an operation. Nothing was made. */
export class OperationRefusedError extends CustomErrorBase {
  name = 'OperationRefusedError' as const;
  readonly findings: readonly Finding[];

  constructor(title: string, findings: readonly Finding[]) {
    const [first, ...more] = findings.filter(({ level }) => level === 'error');
    const rest = more.length > 0 ? ` (and ${more.length} more)` : '';
    const where = first?.field ? `${first.field}: ` : '';
    super(
      `${title} was refused: ${where}${first?.message ?? 'no reason given.'}${
        first?.remedy ? ` ${first.remedy}` : ''
      }${rest}`,
    );
    this.findings = findings;
  }
}
