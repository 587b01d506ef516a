/** Whether a text can be a branch, a tag, a commit id or its beginning; what cannot is not asked for. */
export function isRef(text: string): boolean {
  return text.length <= 200 && /^\w[\w.-]*$/.test(text);
}
