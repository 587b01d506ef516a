/** One event of a text/event-stream; a comment has no data. */
export interface StreamEvent {
  id?: string;
  event?: string;
  data?: string;
}

/**
 * Parses server-sent events (WHATWG HTML, section 9.2.6) from text that arrives
 * in arbitrary pieces. A comment is told as an event without data, since it
 * proves that the other side lives.
 */
export async function* readEvents(
  chunks: AsyncIterable<string>,
): AsyncGenerator<StreamEvent> {
  let rest = '';
  let event: StreamEvent = {};
  for await (const chunk of chunks) {
    rest += chunk;
    // A CR at the very end may be the first half of CRLF: keep it for later.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (event.data !== undefined) {
          yield event;
        }
        event = {};
      } else if (line.startsWith(':')) {
        yield {};
      } else {
        addField(event, line);
      }
    }
  }
}

function addField(event: StreamEvent, line: string): void {
  const colon = line.indexOf(':');
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (field === 'data') {
    event.data = event.data === undefined ? value : `${event.data}\n${value}`;
  } else if (field === 'id' && !value.includes('\0')) {
    event.id = value;
  } else if (field === 'event') {
    event.event = value;
  }
}
