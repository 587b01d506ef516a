import { FakeBrowser } from '../testUtils/FakeBrowser';
import { FollowSlots } from './FollowSlots';

describe('FollowSlots', () => {
  it('gives two slots to all tabs together, and takes them back', async () => {
    const browser = new FakeBrowser();
    const one = new FollowSlots(browser.openTab().ports);
    const two = new FollowSlots(browser.openTab().ports);
    const first = await one.acquire();
    const second = await two.acquire();
    expect(first).toBeDefined();
    expect(second).toBeDefined();
    expect(await one.acquire()).toBeUndefined();
    first!();
    await new Promise(resolve => {
      setTimeout(resolve, 0);
    });
    expect(await two.acquire()).toBeDefined();
  });

  it('counts within the tab where there are no locks', async () => {
    const slots = new FollowSlots({});
    const release = await slots.acquire();
    expect(await slots.acquire()).toBeDefined();
    expect(await slots.acquire()).toBeUndefined();
    release!();
    expect(await slots.acquire()).toBeDefined();
  });

  it('gives none where locks are refused', async () => {
    const slots = new FollowSlots({
      locks: { request: () => Promise.reject(new Error('SecurityError')) },
    });
    expect(await slots.acquire()).toBeUndefined();
  });
});
