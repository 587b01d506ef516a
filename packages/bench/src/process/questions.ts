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

/** Lets the parent process ask; call it once. Ends this process when the parent is gone. */
export function answerQuestions(answers: Record<string, Answering>): void {
  process.on('message', async ({ question, id, body }: Question) => {
    if (question === undefined) return;
    const reply: Answer = { answer: id };
    try {
      const answer = answers[question];
      if (!answer) throw new Error(`There is no answer to ${question}`);
      reply.body = await answer(body);
    } catch (error) {
      reply.error = error instanceof Error ? error.message : String(error);
    }
    if (process.connected) process.send?.(reply);
  });
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
