/** Several errors in one text, as hashicorp's go-multierror writes them. */
export function multipleErrors(errors: readonly string[]): string {
  const head =
    errors.length === 1
      ? '1 error occurred:'
      : `${errors.length} errors occurred:`;
  return `${head}\n\t* ${errors.join('\n\t* ')}\n\n`;
}
