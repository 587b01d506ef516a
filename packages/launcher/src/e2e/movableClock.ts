/**
 * Loaded into a process before all else, this lets its clock go ahead, so that what takes days can be tried. Timers run as
 * they do. It is told by the message `clock-ahead`, in milliseconds.
 */
const RealDate = Date;
let aheadMs = 0;
const now = () => RealDate.now() + aheadMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  get: (target, key) =>
    key === 'now' ? now : Reflect.get(target, key, target),
});

process.on('message', (message: { type?: string; body?: number }) => {
  if (message.type === 'clock-ahead') aheadMs = message.body ?? 0;
});
