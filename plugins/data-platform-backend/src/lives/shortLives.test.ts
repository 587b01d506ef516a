import { Life } from './__testUtils__/Life';
import { LIFE_START, linesOf, shortLives } from './__testUtils__/ShortLife';

const lives = ['attempts', 'pods', 'refused', 'operator'].flatMap(shortLives);

/** Facts of the first object that warn, by their key. */
function warningsOf(life: Life): Record<string, string> {
  const facts = life.rows()[0]?.facts ?? [];
  return Object.fromEntries(
    facts
      .filter(fact => fact.warning)
      .map(({ key, value }) => [key, value] as const),
  );
}

describe('all that a person would have read of a life', () => {
  it.each(lives)('$title', async life => {
    const played = await new Life(LIFE_START).begin();
    await played.play(linesOf(life));
    await played.until(life.until * 1000);
    await played.end();
    expect(played.said).toEqual(life.said);
    expect(played.history.story).toEqual(life.history ?? played.history.story);
    expect(warningsOf(played)).toEqual(life.facts ?? warningsOf(played));
  });
});
