import { HookRun } from '../client/types';
import { hookView } from '../routes/checks';
import { maskedOutput, readHookOutput } from './hookOutput';

const SOURCE =
  'f197c38949d32c20423b75bb14a36ab3198b2808a682d65e276c9ab8a128b1b3';

const webhook = (answer: string, error: string) =>
  `Request:\nPOST http://hooks.example.com/reject\nHeaders:\nX-Hook-Token: abc\nContent-Type: application/json\nRequest Body:\n{"event_type":"pre-merge","source_ref":"${SOURCE}","merge_source":"dev"}\n\n\nRequest duration: 1.1ms\n\nResponse:\nHTTP/1.1 400 Bad Request\nTransfer-Encoding: chunked\n\n5b\n${answer}\n0\n\n${error}\n`;

describe('readHookOutput', () => {
  it('finds which commit was refused and what the webhook answered', () => {
    const output = webhook(
      '{"error":"contract violation","column":"price","token":"t"}',
      'Error: action failed: webhook request failed (status code: 400)',
    );
    expect(readHookOutput(output)).toEqual({
      sourceCommit: SOURCE,
      message: 'contract violation (column price)',
    });
  });

  it('finds the answer also where the error follows it on the same line', () => {
    expect(
      readHookOutput(
        'Request:\nPOST http://hooks.example.com\n\nResponse:\nHTTP/1.1 400 Bad Request\nContent-Length: 30\n\n{"error":"contract violation"}Error: action failed: webhook request failed (status code: 400)\n',
      ).message,
    ).toBe('contract violation');
  });

  it('tells the error where the answer is a page, or where there is none', () => {
    const error =
      'Error: action failed: webhook request failed (status code: 502)';
    expect(readHookOutput(webhook('<html>{}</html>', error)).message).toBe(
      'webhook request failed (status code: 502)',
    );
    expect(
      readHookOutput(
        'looking at main\nError: action failed: runtime error: [string "lua"]:2: no price column\nstack traceback:\n',
      ),
    ).toEqual({ message: 'runtime error: [string "lua"]:2: no price column' });
    expect(readHookOutput('')).toEqual({});
  });
});

describe('maskedOutput', () => {
  it('masks headers that may be secrets, and nothing else', () => {
    const masked = maskedOutput(webhook('{"error":"x"}', 'Error: y'));
    expect(masked).toContain('X-Hook-Token: *******');
    expect(masked).not.toContain('abc');
    expect(masked).toContain('Content-Type: application/json');
  });
});

describe('hookView', () => {
  const hook = {
    ...{ hook_run_id: 'h', action: 'gate', hook_id: 'check' },
    ...{ status: 'completed', start_time: '2026-11-22T10:00:00Z' },
  } as HookRun;

  it.each([
    ['x'.repeat(64 * 1024), false],
    ['x'.repeat(64 * 1024 + 1), true],
    // Fewer letters than bytes.
    ['ü'.repeat(40 * 1024), true],
  ])('says whether the output was cut', (output, truncated) => {
    expect(hookView(hook, output).truncated).toBe(truncated);
  });
});
