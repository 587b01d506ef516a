import { streamFrame } from './streamFrame';

describe('streamFrame', () => {
  it.each([
    { type: 'changes', version: 3, changed: [] },
    { type: 'reset', version: 4 },
    { type: 'sources', version: 5 },
  ])('takes $type', frame => {
    expect(streamFrame(JSON.stringify(frame))).toEqual(frame);
  });

  it.each([
    'no json',
    'null',
    '7',
    '{}',
    '{"type":"changes","version":1}',
    '{"type":"reset"}',
    '{"type":"other","version":1}',
  ])('leaves out %s', text => {
    expect(streamFrame(text)).toBeUndefined();
  });
});
