/**
 * The part of the operator's message that tells why: it holds the client's whole stack trace, whose first line ends with what
 * the API server said.
 * Source: AppInitStep.java; io.fabric8 KubernetesClientException.
 */
export function refusalText(message: string): string {
  const text = message.slice(0, 8_000);
  const said = / Message: ([\s\S]*?)(?:\. Received status:|\n\s*at |$)/.exec(
    text,
  )?.[1];
  if (said) {
    return said.trim();
  }
  const [first] = text
    .replace(/^Failed to request driver from scheduler backend\.\s*/, '')
    .replace(/^StackTrace:\s*/, '')
    .split(/\n\s*at /);
  return first.replace(/^[\w.$]+(Exception|Error):\s*/, '').trim();
}
