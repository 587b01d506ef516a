/** A question to a child process; other messages on the same channel (the TypeScript transform's) have no `question`. */
export interface Question {
  question: string;
  id: number;
  body?: unknown;
}

export interface Answer {
  answer: number;
  body?: unknown;
  error?: string;
}

type Answering = (body: any) => unknown;

const known: Record<string, Answering> = {};

/** Lets the parent process ask. Ends this process when the parent is gone. */
export function answerQuestions(answers: Record<string, Answering>): void {
  const first = Object.keys(known).length === 0;
  Object.assign(known, answers);
  if (first) listen();
}

function listen(): void {
  process.on('message', async ({ question, id, body }: Question) => {
    if (question === undefined) return;
    const reply: Answer = { answer: id };
    try {
      const answer = known[question];
      if (!answer) throw new Error(`There is no answer to ${question}`);
      reply.body = await answer(body);
    } catch (error) {
      reply.error = error instanceof Error ? error.message : String(error);
    }
    if (process.connected) process.send?.(reply);
  });
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
