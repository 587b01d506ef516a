/**
 * The input of an operation from the values of a form: all of them under their
 * own names, what is empty left out, and some under the names of the operation.
 */
export function previewInput(
  form: Record<string, unknown>,
  names: Record<string, string> = {},
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(form)) {
    if (!isEmpty(value)) {
      input[key] = value;
    }
  }
  for (const [key, field] of Object.entries(names)) {
    if (!isEmpty(form[field])) {
      input[key] = form[field];
      if (field !== key && !(field in names)) {
        delete input[field];
      }
    }
  }
  return input;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
