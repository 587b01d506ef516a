import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  agoFrom,
  demoApi,
  podFixtures,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { renderScreen } from '../__testUtils__/renderScreen';
import { LogPanel } from './LogPanel';

const [driver] = podFixtures(agoFrom(Date.now()));
const ended = { ...driver, phase: 'Succeeded' };
const log = () => screen.findByRole('log');
const current = () => document.querySelector('[aria-current="true"]');

/** Pasted: typing would draw the log anew for each letter. */
async function seek(text: string) {
  await userEvent.click(screen.getByRole('searchbox'));
  await userEvent.paste(text);
}

async function open(text: string) {
  const api = demoApi();
  api.logText = text;
  const rendered = renderScreen(
    <LogPanel resourceId="res-0" pods={[ended]} />,
    {
      api,
    },
  );
  await waitFor(async () => expect(await log()).toHaveTextContent(/\w/));
  return rendered;
}

const LINES = ['INFO begin', 'WARN lost 1', 'INFO go on', 'ERROR Lost 2'];

describe('search in a log', () => {
  it('goes from match to match by keyboard, round and round', async () => {
    const { container } = await open(LINES.join('\n'));
    await seek('LOST');
    expect(screen.getByText('2 lines contain “LOST”.')).toBeVisible();
    expect(
      [...document.querySelectorAll('mark')].map(mark => mark.textContent),
    ).toEqual(['lost', 'Lost']);
    // All the other lines stay where they are.
    expect(await log()).toHaveTextContent('INFO go on');
    expect(current()).toBeNull();

    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('Match 1 of 2.')).toBeVisible();
    expect(current()).toHaveTextContent('WARN lost 1');
    await userEvent.keyboard('{Enter}');
    expect(current()).toHaveTextContent('ERROR Lost 2');
    await userEvent.keyboard('{Enter}');
    expect(current()).toHaveTextContent('WARN lost 1');
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    expect(screen.getByText('Match 2 of 2.')).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(document.querySelector('mark')).toBeNull();
  });

  it('goes by buttons as well', async () => {
    await open(LINES.join('\n'));
    const next = screen.getByRole('button', { name: 'Next match' });
    expect(next).toBeDisabled();
    await seek('info');
    await userEvent.click(next);
    expect(current()).toHaveTextContent('INFO begin');
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous match' }),
    );
    expect(current()).toHaveTextContent('INFO go on');
  });

  it('shows nothing but the matches when asked', async () => {
    await open(LINES.join('\n'));
    await seek('lost');
    await userEvent.click(screen.getByRole('switch', { name: 'Only matches' }));
    expect(await log()).not.toHaveTextContent('INFO');
    await userEvent.clear(screen.getByRole('searchbox'));
    expect(await log()).toHaveTextContent('INFO begin');
  });

  it('says that nothing is found', async () => {
    await open(LINES.join('\n'));
    await seek('found');
    expect(screen.getByText('No line contains “found”.')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(current()).toBeNull();
  });

  it('brings a match of a long log into view', async () => {
    const lines = Array.from({ length: 3_000 }, (_, n) => `line ${n}`);
    lines[2_000] = 'the needle';
    await open(lines.join('\n'));
    const box = await log();
    await seek('needle');
    await userEvent.keyboard('{Enter}');
    expect(box.scrollTop).toBeGreaterThan(2_000 * 18 - 400);
    expect(box.scrollTop).toBeLessThan(2_000 * 18 + 400);
  });

  it('wraps long lines, and draws all of them then', async () => {
    await open(Array.from({ length: 400 }, (_, n) => `row ${n}.`).join('\n'));
    const box = await log();
    const rows = () => box.querySelectorAll('[data-line]').length;
    expect(rows()).toBeLessThan(200);
    await userEvent.click(screen.getByRole('switch', { name: 'Wrap lines' }));
    expect(rows()).toBe(400);
  });
});
