import { StreamFrame } from '@millrace/backstage-plugin-data-platform-common';
import { FakeBrowser } from '../testUtils/FakeBrowser';
import { FakeStreams } from '../testUtils/FakeStreams';
import { BrowserPorts } from './BrowserPorts';
import { LiveChannel, LiveState } from './LiveChannel';

const settle = () => jest.advanceTimersByTimeAsync(0);

function tabOf(streams: FakeStreams, ports: BrowserPorts) {
  const frames: StreamFrame[] = [];
  const states: LiveState[] = [];
  let polls = 0;
  const channel = new LiveChannel({
    name: 'stream',
    ports,
    open: streams.stream,
    onFrame: frame => frames.push(frame),
    onPoll: () => {
      polls += 1;
    },
    onState: state => states.push(state),
    random: () => 1,
  });
  channel.start();
  return { channel, frames, states, polls: () => polls };
}

function change(version: number): StreamFrame {
  return { type: 'changes', version, changed: [{ id: 'a', version }] };
}

describe('LiveChannel', () => {
  let browser: FakeBrowser;
  let streams: FakeStreams;

  beforeEach(() => {
    jest.useFakeTimers();
    browser = new FakeBrowser();
    streams = new FakeStreams();
  });
  afterEach(() => jest.useRealTimers());

  it('opens one stream for ten tabs, and all of them hear', async () => {
    const tabs = Array.from({ length: 10 }, () =>
      tabOf(streams, browser.openTab().ports),
    );
    await settle();
    expect(streams.opened).toHaveLength(1);
    expect(tabs.every(tab => tab.channel.state === 'live')).toBe(true);
    streams.open[0].send(change(5));
    await settle();
    tabs.forEach(tab => expect(tab.frames).toContainEqual(change(5)));
    tabs.forEach(tab => tab.channel.stop());
  });

  it('tells a tab that comes later at once', async () => {
    const first = tabOf(streams, browser.openTab().ports);
    await settle();
    const second = tabOf(streams, browser.openTab().ports);
    await settle();
    expect(second.channel.state).toBe('live');
    expect(streams.opened).toHaveLength(1);
    first.channel.stop();
    second.channel.stop();
  });

  it('moves to another tab when the leader closes, and resumes', async () => {
    const first = tabOf(streams, browser.openTab().ports);
    const second = tabOf(streams, browser.openTab().ports);
    await settle();
    streams.open[0].send(change(7));
    await settle();
    first.channel.stop();
    await settle();
    expect(streams.open).toHaveLength(1);
    expect(streams.open[0].lastEventId).toBe('epoch.7');
    expect(second.channel.state).toBe('live');
    second.channel.stop();
  });

  it('closes the stream when every tab is hidden, and resumes', async () => {
    const one = browser.openTab();
    const two = browser.openTab();
    const first = tabOf(streams, one.ports);
    const second = tabOf(streams, two.ports);
    await settle();
    streams.open[0].send(change(3));
    await settle();
    one.setHidden(true);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(streams.open).toHaveLength(1);
    two.setHidden(true);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(streams.open).toHaveLength(0);
    expect(second.channel.state).toBe('paused');
    one.setHidden(false);
    await settle();
    expect(streams.open).toHaveLength(1);
    expect(streams.open[0].lastEventId).toBe('epoch.3');
    expect(first.channel.state).toBe('live');
    first.channel.stop();
    second.channel.stop();
  });

  it('does not reconnect for a short look elsewhere', async () => {
    const one = browser.openTab();
    const tab = tabOf(streams, one.ports);
    await settle();
    one.setHidden(true);
    await jest.advanceTimersByTimeAsync(3_000);
    one.setHidden(false);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(streams.opened).toHaveLength(1);
    expect(tab.channel.state).toBe('live');
    tab.channel.stop();
  });

  it('polls while the stream is down, and stops when it is back', async () => {
    const tab = tabOf(streams, browser.openTab().ports);
    await settle();
    streams.refuse = true;
    streams.open[0].fail();
    await settle();
    expect(tab.channel.state).toBe('polling');
    await jest.advanceTimersByTimeAsync(31_000);
    expect(tab.polls()).toBe(2);
    streams.refuse = false;
    await jest.advanceTimersByTimeAsync(31_000);
    expect(tab.channel.state).toBe('live');
    const polls = tab.polls();
    streams.open[0].send();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(tab.polls()).toBe(polls);
    tab.channel.stop();
  });

  it('is back as soon as the browser is, in every tab, over one stream that resumes', async () => {
    const leader = tabOf(streams, browser.openTab().ports);
    const other = tabOf(streams, browser.openTab().ports);
    await settle();
    streams.open[0].send(change(2));
    await settle();
    // Online already: nothing is broken, and nothing is read again.
    browser.comeBack();
    await settle();
    expect([streams.opened.length, leader.polls()]).toEqual([1, 0]);
    streams.refuse = true;
    streams.open[0].fail();
    await jest.advanceTimersByTimeAsync(14_000);
    const tries = streams.opened.length;
    streams.refuse = false;
    browser.comeBack();
    await settle();
    expect([leader.polls(), other.polls()]).toEqual([1, 1]);
    expect(streams.opened).toHaveLength(tries + 1);
    expect(streams.open[0].lastEventId).toBe('epoch.2');
    expect([leader.channel.state, other.channel.state]).toEqual([
      'live',
      'live',
    ]);
    [leader, other].forEach(tab => tab.channel.stop());
    browser.comeBack();
    expect(leader.polls()).toBe(1);
  });

  it('gives up a stream that has fallen silent', async () => {
    const tab = tabOf(streams, browser.openTab().ports);
    await settle();
    await jest.advanceTimersByTimeAsync(44_000);
    expect(streams.opened).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(streams.opened).toHaveLength(2);
    tab.channel.stop();
  });

  it('resumes after an orderly end, and asks for all at first', async () => {
    const tab = tabOf(streams, browser.openTab().ports);
    await settle();
    expect(streams.open[0].lastEventId).toBeUndefined();
    streams.open[0].send(change(2));
    await settle();
    streams.open[0].end();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(streams.open[0].lastEventId).toBe('epoch.2');
    expect(tab.frames).toEqual([change(2)]);
    tab.channel.stop();
  });

  it('polls where the browser has no locks', async () => {
    const { ports } = browser.openTab();
    const tab = tabOf(streams, { ...ports, locks: undefined });
    await jest.advanceTimersByTimeAsync(15_000);
    expect(tab.channel.state).toBe('polling');
    expect(tab.polls()).toBe(1);
    expect(streams.opened).toHaveLength(0);
    tab.channel.stop();
  });

  it('polls when nobody answers for 5 s', async () => {
    const leader = browser.openTab();
    // Another tab holds the lock and never speaks.
    leader.ports.locks!.request('stream', {}, () => new Promise(() => {}));
    const tab = tabOf(streams, browser.openTab().ports);
    await settle();
    expect(tab.channel.state).toBe('connecting');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(tab.channel.state).toBe('polling');
    tab.channel.stop();
  });
});
