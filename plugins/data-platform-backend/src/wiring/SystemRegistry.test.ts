import { ToySource, toySystem } from '../systems/__testUtils__/ToySource';
import { SystemRegistry } from './SystemRegistry';

describe('SystemRegistry', () => {
  it('refuses what is taken, by name', () => {
    const registry = new SystemRegistry();
    registry.addSystem(toySystem(new ToySource('a')));
    expect(() => registry.addSystem(toySystem())).toThrow('have the id toys');
    const other = { ...toySystem(new ToySource('a')), id: 'b', title: 'B' };
    expect(() => registry.addSystem(other)).toThrow(
      'are named a: of Toys and of B',
    );
    const twice = {
      ...toySystem(new ToySource('x'), new ToySource('x')),
      id: 'c',
    };
    expect(() => registry.addSystem(twice)).toThrow('named x');
    expect(() => registry.all(['eu-1', 'a'])).toThrow(
      'A cluster and a Toys server are both named a',
    );
    expect(registry.all(['eu-1']).map(({ id }) => id)).toEqual(['toys']);
  });
});
