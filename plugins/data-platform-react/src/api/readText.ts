/** The body of an answer as text, piece by piece; cancels it when the reader stops. */
export async function* readText(response: Response): AsyncGenerator<string> {
  if (!response.body) {
    return;
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        ended = true;
        break;
      }
      const text = decoder.decode(value, { stream: true });
      if (text) {
        yield text;
      }
    }
    const tail = decoder.decode();
    if (tail) {
      yield tail;
    }
  } finally {
    if (!ended) {
      // The reader left early: the connection must not stay open for nobody.
      await reader.cancel().catch(() => undefined);
    }
  }
}
