import { StreamFrame } from '@millrace/backstage-plugin-data-platform-common';

/** Reads one frame of GET /v1/stream; undefined for what is not one of ours. */
export function streamFrame(data: string): StreamFrame | undefined {
  let frame: Partial<StreamFrame> | null;
  try {
    frame = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (typeof frame !== 'object' || frame === null) {
    return undefined;
  }
  if (typeof frame.version !== 'number') {
    return undefined;
  }
  switch (frame.type) {
    case 'changes':
      return Array.isArray(frame.changed) ? (frame as StreamFrame) : undefined;
    case 'reset':
    case 'sources':
      return frame as StreamFrame;
    default:
      return undefined;
  }
}
