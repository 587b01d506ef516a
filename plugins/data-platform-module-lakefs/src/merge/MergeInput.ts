/** What a merge is told. */
export interface MergeInput {
  destination: string;
  message: string;
  strategy: MergeStrategy;
  squash: boolean;
}

/** `none`: a conflict refuses the merge. */
export type MergeStrategy = 'none' | 'source-wins' | 'dest-wins';

/** What a strategy means, with the names of the two sides. */
export function strategyText(
  strategy: MergeStrategy,
  source: string,
  destination: string,
): { title: string; text: string } {
  switch (strategy) {
    case 'source-wins':
      return {
        title: `${source} wins`,
        text: `Of objects that both changed, those of ${source} are kept; what ${destination} did to them is not in the result.`,
      };
    case 'dest-wins':
      return {
        title: `${destination} wins`,
        text: `Of objects that both changed, those of ${destination} are kept; what ${source} did to them does not arrive.`,
      };
    default:
      return {
        title: 'Nobody wins',
        text: 'Where both changed the same object the merge is refused, and nothing is merged.',
      };
  }
}

/** The input of the operation; what goes without saying is left out. */
export function mergeInputOf(input: MergeInput): Record<string, unknown> {
  const { destination, message, strategy, squash } = input;
  return {
    destination: destination.trim(),
    ...(message.trim() && { message: message.trim() }),
    ...(strategy !== 'none' && { strategy }),
    ...(squash && { squash }),
  };
}
