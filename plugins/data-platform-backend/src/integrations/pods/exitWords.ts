/** What an exit code means whatever program it was; follows "the driver" or "the server". Above 128: ended by a signal. */
const KNOWN: Readonly<Record<number, string>> = {
  126: 'may not execute the program of its image (exit code 126)',
  127: 'did not find its program in the image (exit code 127)',
  134: 'crashed (exit code 134, SIGABRT)',
  137: 'was killed (exit code 137, SIGKILL)',
  139: 'crashed in native code (exit code 139, SIGSEGV)',
  143: 'was told to stop (exit code 143, SIGTERM)',
};

/** The meaning of any exit code, in words. */
export function exitWords(exitCode: number): string {
  const signal =
    exitCode > 128 && exitCode < 160 ? `, signal ${exitCode - 128}` : '';
  return (
    KNOWN[exitCode] ?? `ended with an error (exit code ${exitCode}${signal})`
  );
}
