import { StreamFrame } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformApi, StreamMessage } from '../api/DataPlatformApi';
import { BrowserPorts } from './BrowserPorts';
import { runStreamSession } from './StreamSession';

/** How fresh the screens are kept: pushed, by polling, or not at all (hidden). */
export type LiveState = 'connecting' | 'live' | 'polling' | 'paused';

type Told =
  | { type: 'message'; message: StreamMessage }
  | { type: 'state'; state: LiveState }
  | { type: 'hello' };

/** Switching tabs back and forth must not cost a reconnect each time. */
const HIDDEN_GRACE_MS = 5_000;
/** Without a word from the stream for this long, polling begins. */
const CONNECT_PATIENCE_MS = 5_000;
const POLL_MS = 15_000;

export interface LiveChannelOptions {
  /** Tabs with the same name share one stream: one per origin and person. */
  name: string;
  ports: BrowserPorts;
  open: DataPlatformApi['stream'];
  onFrame(frame: StreamFrame): void;
  /** Time to read everything again that is on the screen. */
  onPoll(): void;
  onState(state: LiveState): void;
  random?: () => number;
}

/**
 * One stream per browser. Every visible tab asks for the same Web Lock; the one
 * that holds it opens the stream and tells the others by BroadcastChannel. A tab
 * that has been hidden for 5 s gives the lock up, so the stream ends when nobody
 * looks, and moves, resuming where it was, when somebody looks elsewhere. Where
 * the browser has no locks (no secure context) or the stream is down, visible
 * tabs poll.
 */
export class LiveChannel {
  private readonly options: LiveChannelOptions;
  private readonly channel?: BroadcastChannel;
  private stopListening: readonly (() => void)[] = [];
  private candidacy?: AbortController;
  private leading = false;
  private lastEventId?: string;
  private current: LiveState = 'connecting';
  private hiddenTimer?: ReturnType<typeof setTimeout>;
  private patienceTimer?: ReturnType<typeof setTimeout>;
  private pollTimer?: ReturnType<typeof setInterval>;

  constructor(options: LiveChannelOptions) {
    this.options = options;
    this.channel = options.ports.locks
      ? options.ports.openChannel?.(options.name)
      : undefined;
  }

  get state(): LiveState {
    return this.current;
  }

  start(): void {
    this.channel?.addEventListener('message', this.receive);
    const { ports } = this.options;
    this.stopListening = [
      ports.onVisibilityChange(this.look),
      ports.onOnline(this.comeBack),
    ];
    this.look();
    this.send({ type: 'hello' });
  }

  stop(): void {
    this.stopListening.forEach(stop => stop());
    this.candidacy?.abort();
    this.candidacy = undefined;
    clearTimeout(this.hiddenTimer);
    clearTimeout(this.patienceTimer);
    clearInterval(this.pollTimer);
    this.channel?.removeEventListener('message', this.receive);
    this.channel?.close();
  }

  private readonly look = (): void => {
    clearTimeout(this.hiddenTimer);
    if (this.options.ports.hidden()) {
      this.hiddenTimer = setTimeout(() => this.pause(), HIDDEN_GRACE_MS);
      return;
    }
    if (!this.channel) {
      this.become('polling');
    } else if (!this.candidacy) {
      this.stand();
    }
  };

  /** The browser was offline: what was missed is read now, and the stream is not waited for. */
  private readonly comeBack = (): void => {
    if (this.current !== 'polling') return;
    this.options.onPoll();
    if (this.leading) {
      this.candidacy?.abort();
      this.stand();
    }
  };

  private pause(): void {
    this.candidacy?.abort();
    this.candidacy = undefined;
    this.become('paused');
  }

  /** Waits for the lock, and leads while it is held. */
  private stand(): void {
    const candidacy = new AbortController();
    const { signal } = candidacy;
    this.candidacy = candidacy;
    this.become('connecting');
    this.options.ports
      .locks!.request(this.options.name, { signal }, () => this.lead(signal))
      .catch(() => {
        // Given up while waiting, or no locks here after all: then poll.
        if (!signal.aborted) {
          this.become('polling');
        }
      });
  }

  private async lead(signal: AbortSignal): Promise<void> {
    this.leading = true;
    try {
      await runStreamSession(
        {
          open: this.options.open,
          lastEventId: () => this.lastEventId,
          onMessage: message => {
            this.take(message);
            this.send({ type: 'message', message });
          },
          onUp: up => this.announce(up ? 'live' : 'polling'),
          random: this.options.random,
        },
        signal,
      );
    } finally {
      this.leading = false;
    }
  }

  private readonly receive = (event: MessageEvent<Told>): void => {
    const told = event.data;
    if (told.type === 'message') {
      this.take(told.message);
    } else if (told.type === 'state' && !this.leading) {
      if (this.current !== 'paused') {
        this.become(told.state);
      }
    } else if (told.type === 'hello' && this.leading) {
      this.send({ type: 'state', state: this.current });
    }
  };

  private take(message: StreamMessage): void {
    this.lastEventId = message.eventId ?? this.lastEventId;
    if (message.frame) {
      this.options.onFrame(message.frame);
    }
  }

  private announce(state: LiveState): void {
    this.become(state);
    this.send({ type: 'state', state });
  }

  private become(state: LiveState): void {
    clearTimeout(this.patienceTimer);
    if (state === 'connecting') {
      this.patienceTimer = setTimeout(
        () => this.become('polling'),
        CONNECT_PATIENCE_MS,
      );
    }
    if (state === this.current) {
      if (state !== 'polling' || this.pollTimer) {
        return;
      }
    }
    const waking = this.current === 'paused' && state !== 'paused';
    this.current = state;
    clearInterval(this.pollTimer);
    this.pollTimer = undefined;
    if (state === 'polling') {
      this.pollTimer = setInterval(() => this.options.onPoll(), POLL_MS);
      if (waking) {
        this.options.onPoll();
      }
    }
    this.options.onState(state);
  }

  private send(told: Told): void {
    this.channel?.postMessage(told);
  }
}
